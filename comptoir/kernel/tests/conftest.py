import pytest

from comptoir.kernel import switches
from comptoir.kernel.tests import wiring_of_tests


@pytest.fixture(autouse=True)
def small_house(settings):
    settings.COMPTOIR_WIRING = "comptoir.kernel.tests.wiring_of_tests"
    wiring_of_tests.failures.clear()
    switches.forget()
    yield
    wiring_of_tests.failures.clear()
    switches.forget()
