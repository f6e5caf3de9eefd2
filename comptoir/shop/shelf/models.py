"""Tables of the shelf: a projection that can be thrown away and rebuilt, hence no foreign key to what it tells of."""

from __future__ import annotations

from django.db import models


class Generation(models.Model):
    """One row per channel: numbers that move whenever something shown moves. Also the lock that rebuilds queue for."""

    channel = models.CharField(max_length=40, unique=True)
    number = models.BigIntegerField()
    menu = models.BigIntegerField()
    turns = models.TextField(default="[]")  # JSON: next moments (epoch seconds, sorted) when a dated price changes

    def __str__(self) -> str:
        return f"{self.channel} {self.number}"


class Article(models.Model):
    """A product on a channel, shown or not, with what listings sort by in every language."""

    channel = models.CharField(max_length=40)
    product = models.UUIDField()
    shown = models.BooleanField()
    digest = models.BinaryField(max_length=16)  # of everything written below: the same digest writes nothing
    due_at = models.DateTimeField(null=True)  # from when it must be rebuilt: a price step, or what it rests on changed

    class Meta:
        constraints = (models.UniqueConstraint(fields=["channel", "product"], name="shelf_article_once"),)
        indexes = (
            models.Index(fields=["due_at"], condition=models.Q(due_at__isnull=False), name="shelf_article_due"),
            models.Index(fields=["product"], name="shelf_article_product"),
        )

    def __str__(self) -> str:
        return f"{self.channel} {self.product}"


class CardRow(models.Model):
    """An article in a list, in one language: `types.Card` in JSON bytes."""

    article = models.ForeignKey(Article, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    language = models.CharField(max_length=12)
    name_key = models.CharField(max_length=80)
    body = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "language"], name="shelf_card_once"),)
        indexes = (models.Index(fields=["language", "name_key", "article"], name="shelf_card_name"),)

    def __str__(self) -> str:
        return f"{self.article_id} {self.language}"


class SheetRow(models.Model):
    """An article's page in one language: `types.Sheet` in JSON bytes. The catalogue keeps slugs unique; a swap of two
    slugs inside one chunk must not trip, so no constraint repeats it here."""

    article = models.ForeignKey(Article, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    channel = models.CharField(max_length=40)
    language = models.CharField(max_length=12)
    slug = models.CharField(max_length=255)
    body = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "language"], name="shelf_sheet_once"),)
        indexes = (models.Index(fields=["channel", "language", "slug"], name="shelf_sheet_slug"),)

    def __str__(self) -> str:
        return f"{self.channel} {self.language} {self.slug}"


class PieceRow(models.Model):
    """Which article a variant belongs to, shown or not."""

    article = models.ForeignKey(Article, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    variant = models.UUIDField()
    sku = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "variant"], name="shelf_piece_once"),)
        indexes = (
            models.Index(fields=["variant"], name="shelf_piece_variant"),
            models.Index(fields=["sku"], name="shelf_piece_sku"),
        )

    def __str__(self) -> str:
        return f"{self.article_id} {self.sku}"


class Department(models.Model):
    """A category on a channel, with how many articles are shown in it and below. The code "" is the whole shop."""

    channel = models.CharField(max_length=40)
    code = models.CharField(max_length=120, blank=True)
    category = models.UUIDField(null=True)
    parent = models.CharField(max_length=120, blank=True)
    position = models.IntegerField(default=0)
    count = models.IntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["channel", "code"], name="shelf_department_once"),)

    def __str__(self) -> str:
        return f"{self.channel} {self.code}"


class DepartmentText(models.Model):
    """A category's words in one language."""

    department = models.ForeignKey(Department, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    language = models.CharField(max_length=12)
    label = models.CharField(max_length=255)
    label_language = models.CharField(max_length=12)
    slug = models.CharField(max_length=255)
    description = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["department", "language"], name="shelf_department_text_once"),)

    def __str__(self) -> str:
        return f"{self.language} {self.slug}"


class Placement(models.Model):
    """An article in a category or in an ancestor of one of its categories, with what the listing sorts by."""

    department = models.ForeignKey(Department, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    article = models.ForeignKey(Article, on_delete=models.DO_NOTHING, related_name="+", db_index=False)
    rank = models.BigIntegerField()
    price = models.BigIntegerField()
    born = models.BigIntegerField()  # minus the epoch seconds of its creation: the newest come first, upwards

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "department"], name="shelf_placement_once"),)
        indexes = (
            models.Index(fields=["department", "rank", "article"], name="shelf_placement_rank"),
            models.Index(fields=["department", "price", "article"], name="shelf_placement_price"),
            models.Index(fields=["department", "born", "article"], name="shelf_placement_born"),
        )

    def __str__(self) -> str:
        return f"{self.department_id} {self.article_id}"


class WordPrint(models.Model):
    """A digest of each word of the catalogue's vocabulary as last heard of, to tell a new word from a changed one."""

    noun = models.CharField(max_length=20)
    code = models.CharField(max_length=120)
    prints = models.JSONField(default=dict)  # part ("" is the word itself, else one of its choices) -> digest

    class Meta:
        constraints = (models.UniqueConstraint(fields=["noun", "code"], name="shelf_word_once"),)

    def __str__(self) -> str:
        return f"{self.noun} {self.code}"
