"""Background work, behind the django-tasks API: `@task`, then `reindex.enqueue(...)`.

A job is a row written in the caller's transaction. The runner leases it, tries again with back-off, gives it back
when a worker dies, and keeps its progress and result. At scale the same rows travel over Celery.
"""

from django_tasks import TaskContext

from comptoir.kernel.jobs.execution import JobFailed, run_all, run_job
from comptoir.kernel.jobs.progress import Progress, progress_of, silent
from comptoir.kernel.jobs.reading import JobView, count_jobs, find_job, list_jobs
from comptoir.kernel.jobs.tasks import ShopTask, task

__all__ = [
    "JobFailed",
    "JobView",
    "Progress",
    "ShopTask",
    "TaskContext",
    "count_jobs",
    "find_job",
    "list_jobs",
    "progress_of",
    "run_all",
    "run_job",
    "silent",
    "task",
]
