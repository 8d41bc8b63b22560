"""Converts documents on a cluster: `tessera worker` on the executors of Apache Spark.

The executors need Python and nothing else: nothing here imports more than the standard library and pyspark.
"""
