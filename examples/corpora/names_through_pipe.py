"""Checks reports with the program itself, for workers that have no package for Python: names go in, a line of JSON for
each comes out. The files must lie where every worker sees them.

    spark-submit --files gongkai names_through_pipe.py LIST OUTPUT"""

import sys

from pyspark.sql import SparkSession

names, output = sys.argv[1:]
spark = SparkSession.builder.appName("gongkai").getOrCreate()
command = "./gongkai check --stdin-lines --format jsonl --exit-zero --jobs 1 --except years.,peers."
lines = spark.sparkContext.textFile(names, minPartitions=8).pipe(command, checkCode=True)
spark.read.json(lines).select("file", "error.code").groupBy("code").count().show()
lines.saveAsTextFile(output)
spark.stop()
