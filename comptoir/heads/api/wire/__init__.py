"""What the API answers, as exact types: the OpenAPI document is generated from them."""
