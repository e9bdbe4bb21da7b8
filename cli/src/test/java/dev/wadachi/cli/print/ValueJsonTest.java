package dev.wadachi.cli.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.json.Json;
import dev.wadachi.table.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueJsonTest {

    record Week(LocalDate week, double sales, Optional<String> note) {}

    record Split(Table train, int rows) {}

    record Row(int id) {}

    @Test
    void maps_and_lists_keep_their_structure() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", 10);
        map.put("b", List.of("x", 2.5));

        assertThat(ValueJson.of(map).compact()).isEqualTo("{\"a\":10,\"b\":[\"x\",2.5]}");
        assertThat(ValueJson.of(List.of(new Week(LocalDate.of(2021, 8, 2), 1.5, Optional.empty())))
                        .compact())
                .isEqualTo("[{\"week\":\"2021-08-02\",\"sales\":1.5,\"note\":null}]");
    }

    @Test
    void a_table_is_its_first_rows_and_how_many_there_are() {
        Table table =
                Table.of(Row.class, IntStream.range(0, 25).mapToObj(Row::new).toList());

        Json json = ValueJson.of(new Split(table, 25));

        assertThat(json.compact())
                .startsWith("{\"train\":{\"count\":25,\"rows\":[{\"id\":0},{\"id\":1},")
                .endsWith("{\"id\":19}]},\"rows\":25}");
        assertThat(ValueJson.of(Table.of(Row.class, List.of())).compact()).isEqualTo("{\"count\":0,\"rows\":[]}");
    }
}
