"""Tables of the switches."""

from django.db import models


class SwitchState(models.Model):
    """The position of one switch, by whom and why; a switch without a row stands at its default."""

    code = models.CharField(max_length=60, primary_key=True)
    on = models.BooleanField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=120)
    reason = models.CharField(max_length=500, blank=True)
