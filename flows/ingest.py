"""The Prefect flow `ingest`: a few tasks that each take a batch through one step. Imported only by what runs it."""

import datetime
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun

from flows.asking import Asked
from flows.display.reports import markdown_report
from flows.loading import Batch, Run, RunReport, run_ingestion
from flows.preparing import prepare_replay, prepare_run
from flows.replaying import Choice
from flows.settings import settings_for
from flows.sources.opening import Given
from flows.staging import StagedRun
from schemas.errors import WarehouseError
from warehouse.load import LoadReport

DELAYS = [1.0, 5.0]  # seconds before another try


def now() -> datetime.datetime:
    """The present moment: the one clock of the program. What is coded never depends on it."""
    return datetime.datetime.now(datetime.UTC)


def may_pass(_task: object, _run: TaskRun, state: State[object]) -> bool:
    """Whether another try may help: a full disk or a locked file, yes; a row that breaks a rule, no."""
    try:
        state.result()
    except (OSError, WarehouseError):
        return True
    except Exception:  # noqa: BLE001 - any other error is the same the next time
        return False
    return False


@task(name="stage", retries=2, retry_delay_seconds=DELAYS, retry_condition_fn=may_pass, cache_policy=NO_CACHE)
def stage_batch(run: Run, staged: StagedRun, batch: Batch) -> None:
    """Codes a batch and writes it to disk."""
    run.stage(staged, batch)


@task(name="load", retries=2, retry_delay_seconds=DELAYS, retry_condition_fn=may_pass, cache_policy=NO_CACHE)
def load_staged(run: Run, staged: StagedRun, path: Path) -> LoadReport:
    """Loads a staged batch into the warehouse."""
    return run.load(staged, path)


@flow(name="ingest", validate_parameters=False)
def ingest(
    sources: Sequence[str],
    home: str | None = None,
    warehouse: str | None = None,
    workers: int = 1,
    given: Given | None = None,
    asked: Asked | None = None,
    replay: Choice | None = None,
) -> RunReport:
    """Reads, codes and loads the sources; the report of the run is also an artifact of it."""
    settings, asked = settings_for(home, warehouse), asked or Asked()
    if replay:
        run = prepare_replay(settings, replay, asked, workers=workers, clock=now)
    else:
        run = prepare_run(settings, sources, given or Given(), asked, workers=workers, clock=now)
    with run.coders:
        version = metadata.version("annalist")
        report = run_ingestion(run, version=version, clock=now, stage=stage_batch, load=load_staged)
    create_markdown_artifact(markdown_report(report), key="ingest-report", description="What the run changed")
    return report


def serve_ingest(parameters: dict[str, object], *, cron: str | None, every: datetime.timedelta | None) -> None:
    """Returns when it is interrupted; until then the flow runs at the times given, one run at a time."""
    ingest.serve(
        name="annalist",
        cron=cron,
        interval=every,
        parameters=parameters,
        limit=1,
        print_starting_message=False,
    )
