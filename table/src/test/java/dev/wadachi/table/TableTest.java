package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    enum Weekday {
        MON,
        TUE,
        WED
    }

    record Sale(LocalDate date, Weekday dayOfWeek, String store, int sales, double unitPrice) {}

    private static final String CSV = """
            date,day_of_week,store,sales,unit_price
            2021-08-02,MON,chiba,23,120
            2021-08-03,TUE,chiba,11,120.5
            2021-08-02,MON,osaka,40,99
            """;

    private final Path folder;

    TableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Table sales() throws IOException {
        return Table.csv(Files.writeString(folder.resolve("sales.csv"), CSV));
    }

    @Test
    void a_csv_file_tells_its_columns_and_types() throws IOException {
        assertThat(sales().schema())
                .hasToString("date DATE, day_of_week VARCHAR, store VARCHAR, sales BIGINT, unit_price DOUBLE");
        assertThat(sales().rows()).isEqualTo(3);
    }

    @Test
    void columns_come_as_primitive_arrays() throws IOException {
        Table sales = sales();
        assertThat(sales.doubles("unit_price")).containsExactly(120, 120.5, 99);
        assertThat(sales.doubles("sales")).containsExactly(23, 11, 40);
        assertThat(sales.longs("sales")).containsExactly(23, 11, 40);
        assertThat(sales.ints("sales")).containsExactly(23, 11, 40);
        assertThat(sales.strings("store")).containsExactly("chiba", "chiba", "osaka");
        assertThat(sales.dates("date")[1]).isEqualTo(LocalDate.of(2021, 8, 3));
        assertThat(sales.matrix(List.of("sales", "unit_price")))
                .isDeepEqualTo(new double[][] {{23, 120}, {11, 120.5}, {40, 99}});
        assertThat(sales.rowMajorFloats(List.of("unit_price", "sales"))).containsExactly(120, 23, 120.5f, 11, 99, 40);
    }

    @Test
    void rows_come_as_records_and_go_back() throws IOException {
        List<Sale> rows = sales().as(Sale.class);
        assertThat(rows).startsWith(new Sale(LocalDate.of(2021, 8, 2), Weekday.MON, "chiba", 23, 120));
        assertThat(Table.of(rows).as(Sale.class)).isEqualTo(rows);
    }

    @Test
    void a_query_calls_the_table_this_and_others_by_their_names() throws IOException {
        Table regions = Columns.none()
                .strings("store", new String[] {"chiba", "osaka"})
                .strings("region", new String[] {"east", "west"})
                .table();
        Table perRegion = sales().sql(
                        "select region, sum(sales) as sales from this join regions using (store) group by region",
                        Map.of("regions", regions));
        assertThat(perRegion.strings("region")).containsExactly("east", "west");
        assertThat(perRegion.longs("sales")).containsExactly(34, 40);
    }

    @Test
    void a_table_can_be_shown() throws IOException {
        assertThat(sales().sql("select store, sales from this").show(2)).isEqualTo("""
                store     sales
                varchar  bigint
                chiba        23
                chiba        11
                3 rows, the first 2 are shown
                """);
    }

    @Test
    void what_was_written_reads_back() throws IOException {
        Path parquet = folder.resolve("out/sales.parquet");
        sales().toParquet(parquet);
        assertThat(Table.parquet(parquet).as(Sale.class)).isEqualTo(sales().as(Sale.class));
        Path csv = folder.resolve("out/sales.csv");
        sales().toCsv(csv);
        assertThat(Table.csv(csv).as(Sale.class)).isEqualTo(sales().as(Sale.class));
        assertThat(csv)
                .content()
                .startsWith("date,day_of_week,store,sales,unit_price\n2021-08-02,MON,chiba,23,120.0\n");
    }

    @Test
    void the_example_of_the_package_works() throws IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), CSV);
        Table sales = Table.csv(file, CsvOptions.sniffed().type("store", ColumnType.VARCHAR));
        Table weekly = sales.sql("""
                select store, date_trunc('week', date) as week, sum(sales) as sales
                from this
                group by all""");
        double[] y = weekly.doubles("sales");
        weekly.toParquet(folder.resolve("weekly.parquet"));
        assertThat(y).containsExactly(34, 40);
    }

    @Test
    void a_file_appears_whole_or_not_at_all() throws IOException {
        Path target = Files.writeString(folder.resolve("out.csv"), "as it was");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "n\n" + "1\n".repeat(30_000) + "one\n");
        Table table = Table.csv(broken, CsvOptions.sniffed().header(CsvOptions.Header.PRESENT));
        assertThatThrownBy(() -> table.toCsv(target)).isInstanceOf(TableException.class);
        assertThatThrownBy(() -> table.toParquet(target)).isInstanceOf(TableException.class);
        assertThat(target).hasContent("as it was");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(target, broken);
        }
    }

    @Test
    void a_written_file_can_be_read_by_whoever_may_read_its_neighbours() throws IOException {
        Path neighbour = Files.createFile(folder.resolve("neighbour"));
        Path file = folder.resolve("out.csv");
        sales().toCsv(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(neighbour));
        }
    }
}
