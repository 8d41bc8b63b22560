"""Converts documents on a cluster: `tessera worker` on the executors of Apache Spark.

The executors need Python and nothing else: no package of this folder imports more than the standard library and pyspark.
"""
