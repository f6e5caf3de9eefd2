"""Names of legal blocks and fields in the languages of Comptoir; a projection is built outside any page's language."""

from __future__ import annotations

from collections.abc import Mapping

from comptoir.kernel.languages import Text


def _table(rows: str) -> Mapping[str, Text]:
    cells = (tuple(cell.strip() for cell in row.split("|")) for row in rows.strip().splitlines())
    return {code: {"fr": fr, "en": en, "es": es} for code, fr, en, es in cells}


REGIMES = _table("""
gpsr | Sécurité du produit | Product safety | Seguridad del producto
food | Informations alimentaires | Food information | Información alimentaria
alcohol | Alcool | Alcohol | Alcohol
unit_price | Prix à l’unité de mesure | Unit price | Precio por unidad de medida
repairability | Indice de réparabilité | Repairability index | Índice de reparabilidad
durability | Indice de durabilité | Durability index | Índice de durabilidad
energy | Étiquette énergie | Energy label | Etiqueta energética
eco_participation | Éco-participation | Recycling contribution | Ecotasa
age | Âge minimal | Minimum age | Edad mínima
guarantee | Garantie légale | Legal guarantee | Garantía legal
durability_guarantee | Garantie de durabilité | Durability guarantee | Garantía de durabilidad
textile | Composition et entretien | Composition and care | Composición y cuidado
""")

FIELDS = _table("""
manufacturer_name | Fabricant | Manufacturer | Fabricante
manufacturer_address | Adresse postale | Postal address | Dirección postal
manufacturer_email | Adresse électronique | Electronic address | Dirección electrónica
manufacturer_country | Pays du fabricant | Manufacturer’s country | País del fabricante
responsible_name | Responsable dans l’Union | Responsible person in EU | Responsable en la Unión
responsible_address | Adresse du responsable | Responsible’s address | Dirección del responsable
responsible_email | Adresse électronique du responsable | Responsible’s electronic address | Correo del responsable
warnings | Avertissements | Warnings | Advertencias
food_name | Dénomination | Name of the food | Denominación
ingredients | Ingrédients | Ingredients | Ingredientes
allergens | Allergènes | Allergens | Alérgenos
storage | Conservation | Storage | Conservación
operator_name | Exploitant | Food business operator | Operador
operator_address | Adresse de l’exploitant | Operator’s address | Dirección del operador
origin | Origine | Origin | Origen
nutrition | Valeurs nutritionnelles | Nutrition | Información nutricional
alcohol_percent | Titre alcoométrique | Alcohol by volume | Grado alcohólico
minimum_age | Âge minimal | Minimum age | Edad mínima
repairability_index | Indice de réparabilité | Repairability index | Índice de reparabilidad
durability_index | Indice de durabilité | Durability index | Índice de durabilidad
energy_class | Classe énergétique | Energy class | Clase energética
eprel_number | Numéro EPREL | EPREL number | Número EPREL
eco_participation_minor | Dont éco-participation | Of which recycling contribution | Ecotasa incluida
producer_idu | Identifiant unique (IDU) | Producer identifier (IDU) | Identificador único (IDU)
guarantee_months | Garantie légale de conformité | Legal guarantee of conformity | Garantía legal de conformidad
spare_parts_months | Pièces détachées disponibles | Spare parts available for | Piezas de recambio disponibles
producer_guarantee_months | Garantie du fabricant | Producer’s guarantee | Garantía del fabricante
producer_guarantee_free | Sans frais | Free of charge | Sin coste
composition | Composition | Composition | Composición
care | Entretien | Care | Cuidado
""")

ALLERGENS = _table("""
none | aucun | none | ninguno
gluten | gluten | gluten | gluten
crustaceans | crustacés | crustaceans | crustáceos
eggs | œufs | eggs | huevos
fish | poissons | fish | pescado
peanuts | arachides | peanuts | cacahuetes
soya | soja | soya | soja
milk | lait | milk | leche
nuts | fruits à coque | nuts | frutos de cáscara
celery | céleri | celery | apio
mustard | moutarde | mustard | mostaza
sesame | sésame | sesame | sésamo
sulphites | sulfites | sulphites | sulfitos
lupin | lupin | lupin | altramuces
molluscs | mollusques | molluscs | moluscos
""")
