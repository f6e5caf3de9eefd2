"""The journal and the ledger can be added to, never changed."""

from django.db import migrations

from comptoir.kernel.append_only import ForbidRewriting


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]
    operations = [ForbidRewriting("kernel_journalentry"), ForbidRewriting("kernel_ledgerentry")]
