package dev.wadachi.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.task.Done;
import dev.wadachi.task.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueTextTest {

    record Score(String name, double mae, int rows) {}

    @Test
    void a_record_is_a_line_for_each_component() {
        assertThat(ValueText.of(new Score("ridge", 17.2345678, 100))).isEqualTo("""
                name  ridge
                mae   17.2346
                rows  100""");
    }

    @Test
    void a_list_of_records_is_a_table() {
        assertThat(ValueText.of(List.of(new Score("ridge", 17.25, 100), new Score("抹茶", 9.5, 7))))
                .isEqualTo("""
                name       mae  rows
                ridge  17.2500   100
                抹茶   9.50000     7""");
    }

    @Test
    void a_long_list_is_cut_and_says_so() {
        assertThat(ValueText.of(IntStream.range(0, 25).boxed().toList())).endsWith("19\n… 5 more values");
    }

    @Test
    void numbers_are_as_exact_as_people_compare_them() {
        assertThat(List.of(0.1 + 0.2, 1e-9, 12345.678901, 3.0, 0.0, -0.0, -2.0, Double.NaN, 2e20))
                .extracting(ValueText::inline)
                .containsExactly(
                        "0.300000", "1.00000e-09", "12345.7", "3.0", "0.0", "-0.0", "-2.0", "NaN", "2.00000e+20");
    }

    @Test
    void what_is_empty_or_has_no_value_is_said() {
        assertThat(ValueText.of(List.of())).isEqualTo("empty");
        assertThat(ValueText.of(Optional.empty())).isEqualTo("none");
        assertThat(ValueText.of(new Done())).isEqualTo("done");
        assertThat(ValueText.of(new byte[1234])).isEqualTo("1.2 kB");
        assertThat(ValueText.of("two\nlines")).isEqualTo("two\nlines");
    }

    @Test
    void a_map_is_a_line_for_each_entry() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("ridge", 1);
        map.put("gbdt", 20);

        assertThat(ValueText.of(map)).isEqualTo("ridge   1\ngbdt   20");
    }

    @Test
    void a_folder_is_its_path_and_files(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("b.csv"), "12345");

        assertThat(ValueText.of(new Folder(folder))).isEqualTo(folder + "\n  " + Path.of("a", "b.csv") + "  5 bytes");
    }
}
