import org.apache.spark.sql.SparkSession;

/// Reads a Parquet file with Spark, prints what it sees, and writes it again in both of its ways to write instants.
///
/// `java -cp 'spark/*' WithSpark.java ours.parquet folder`, with the jars of org.apache.spark:spark-sql_2.13:4.2.0 and
/// the `--add-opens` that Spark asks for.
class WithSpark {
    static void main(String[] arguments) {
        try (var spark = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .getOrCreate()) {
            var table = spark.read().parquet(arguments[0]);
            table.printSchema();
            table.show(false);
            for (String instants : new String[] {"INT96", "TIMESTAMP_MICROS"}) {
                spark.conf().set("spark.sql.parquet.outputTimestampType", instants);
                table.repartition(1).write().parquet(arguments[1] + "/" + instants);
            }
        }
    }
}
