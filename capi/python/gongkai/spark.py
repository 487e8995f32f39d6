"""Reports by the million, on Apache Spark: its workers read the files, its DataFrames hold what is in them.

    from gongkai import spark as gongkai_spark
    reports = gongkai_spark.read_reports(spark, "hdfs:///reports")

Needs pyspark 3.3 or later and, as mapInArrow() does, pyarrow on the workers. The package must be there too: a wheel is
a ZIP file, so `spark-submit --py-files gongkai.zip` ships it (examples/corpora). PDFs need pdftotext on the workers.
"""

import re
from typing import TYPE_CHECKING, Any, Iterable, Iterator, List, Optional, Sequence, Union
from urllib.parse import unquote

from .columns import Columns, read_many

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

def read_reports(
    spark: "SparkSession",
    path: "Union[str, Iterable[str], DataFrame]",
    *,
    columns: Optional[Sequence[str]] = None,
    **options: Any,
) -> "DataFrame":
    """A row for each file, with the columns of gongkai.read_many(): a file that cannot be read is a row that says so in
    `problem`, and stops nothing.

    path: folders (with all folders in them), files or patterns, of any file system that Spark reads; they come through
    its source binaryFile, so the workers need no file system in common, and how many files a task gets is Spark's own
    matter (spark.sql.files.maxPartitionBytes). Or a DataFrame with the columns `path` and `content`, as binaryFile and
    many tables of pages have them. Names that begin with "." or "_" are left out by Spark.

    The names of cells have points in them: frame["`requests.received.total`"]. The order of rows is not that of files.
    The other options are those of gongkai.read_many()."""
    return _mapped(spark, path, dict(options, columns=columns), False)


def findings(spark: "SparkSession", path: "Union[str, Iterable[str], DataFrame]", **options: Any) -> "DataFrame":
    """A row for each finding in the files: file, rule, severity, cells, left, right, difference, message, place. The
    arguments are those of read_reports(), without columns."""
    return _mapped(spark, path, options, True)


def _files(spark: "SparkSession", path: Any) -> "DataFrame":
    if not isinstance(path, str) and hasattr(path, "mapInArrow"):
        frame: DataFrame = path
        return frame.select("path", "content")
    paths = path if isinstance(path, str) else list(path)
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(paths).select("path", "content")
    empty = _empty_files(files)
    if not empty:
        return files
    return files.unionAll(spark.createDataFrame([(name, b"") for name in empty], "path string, content binary"))


def _empty_files(files: "DataFrame") -> List[str]:
    """Spark lists files without a byte, and then leaves them out."""
    listed = {re.sub(r"^(\w+):///*(?=/)", r"\1:", unquote(address)) for address in files.inputFiles()}
    there = {row["path"] for row in files.select("path").collect()}
    return sorted(listed - there) if there <= listed else []  # of another file system, which writes names otherwise


def _columns(files: Any, options: Any, is_findings: bool) -> Columns:
    columns = read_many(files, **options)
    return columns.findings if is_findings else columns


def _mapped(spark: "SparkSession", path: Any, options: Any, is_findings: bool) -> "DataFrame":
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema

    options.setdefault("jobs", 1)  # a task has a processor
    whole = pyarrow.RecordBatchReader.from_stream(_columns([], options, is_findings)).schema
    names = [name for name in whole.names if not (is_findings and name == "report")]  # a row of what piece?
    if not is_findings:
        options["columns"] = names  # a worker whose package has others says so

    def read(batches: "Iterator[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        for batch in batches:
            contents = (content.as_buffer() for content in batch.column("content"))
            files = zip(batch.column("path").to_pylist(), contents)
            for rows in pyarrow.RecordBatchReader.from_stream(_columns(files, options, is_findings)):
                yield rows.select(names)

    schema = from_arrow_schema(pyarrow.schema([whole.field(name) for name in names]))
    return _files(spark, path).mapInArrow(read, schema)
