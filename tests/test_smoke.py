from comptoir.kernel.money import Money


def test_split_gives_every_cent_away():
    assert Money(100, "EUR").split([1, 1, 1]) == (Money(34, "EUR"), Money(33, "EUR"), Money(33, "EUR"))
