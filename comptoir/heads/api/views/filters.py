"""The filters that lists of articles take, one meaning wherever they are asked."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from comptoir.heads.api.errors import ParametersRefused
from comptoir.heads.api.gate.passage import ApiRequest
from comptoir.heads.api.problems import Fault

VALUES_MOST = 40
VALUE_LONGEST = 120
ATTRIBUTES_MOST = 20
ATTRIBUTE = "attr."
ATTRIBUTES: dict[str, Any] = {
    "name": "filters",
    "in": "query",
    "required": False,
    "style": "form",
    "explode": True,
    "description": "Filters by attribute: `attr.<code>=<value>`, again for each value; any of one attribute's will do.",
    "schema": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
    "example": {"attr.colour": ["red", "blue"]},
}

Value = Annotated[str, Field(max_length=VALUE_LONGEST)]
Values = Annotated[list[Value], Field(max_length=VALUES_MOST)]
Minor = Annotated[int | None, Field(ge=0, le=10**12)]


class FilterQuery(Schema):
    """What articles may be narrowed by."""

    brand: Values = Field([], description="Codes of brands; any will do.")
    stock: Values = Field([], description="`in`: only what can be sent now or is in a shop.")
    place: Values = Field([], description="Codes of shops that have it; any will do.")
    price_min: Minor = Field(None, description="Whole minor units (cents), taxes included.")
    price_max: Minor = Field(None, description="Whole minor units (cents), taxes included.")


def read_filters(request: ApiRequest, asked: FilterQuery) -> dict[str, tuple[str, ...]]:
    """The filters asked for, as search takes them: facet -> values. Refuses ParametersRefused."""
    filters = {"brand": asked.brand, "stock": asked.stock, "place": asked.place}
    attributes = {name: request.GET.getlist(name) for name in request.GET if name.startswith(ATTRIBUTE)}
    if len(attributes) > ATTRIBUTES_MOST:
        raise ParametersRefused(errors=[Fault(parameter="filters", detail=f"At most {ATTRIBUTES_MOST} attributes.")])
    for name, values in attributes.items():
        if len(values) > VALUES_MOST or any(len(value) > VALUE_LONGEST for value in (name, *values)):
            detail = f"At most {VALUES_MOST} values of {VALUE_LONGEST} characters."
            raise ParametersRefused(errors=[Fault(parameter=name[:VALUE_LONGEST], detail=detail)])
    return {name: tuple(values) for name, values in {**filters, **attributes}.items() if values}
