"""Reads and checks every report below a path with Spark, and writes reports and findings as Parquet.

    spark-submit --py-files gongkai.zip reports_to_parquet.py PATH OUTPUT"""

import sys

from pyspark.sql import SparkSession, functions

from gongkai.spark import findings, read_reports

path, output = sys.argv[1:]
spark = SparkSession.builder.appName("gongkai").getOrCreate()
read_reports(spark, path).write.mode("overwrite").parquet(output + "/reports")
findings(spark, path).write.mode("overwrite").parquet(output + "/findings")

reports = spark.read.parquet(output + "/reports")
reports.groupBy("year").agg(
    functions.count("*").alias("files"),
    functions.count("problem").alias("not read"),
    functions.count_if(reports["errors"] > 0).alias("with errors"),
    functions.sum("`requests.received.total`").alias("requests received"),
).orderBy("year").show()
spark.stop()
