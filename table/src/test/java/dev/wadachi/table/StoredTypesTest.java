package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true                                         | BOOLEAN
            1::TINYINT                                   | TINYINT
            1::SMALLINT                                  | SMALLINT
            1::INTEGER                                   | INTEGER
            9223372036854775807                          | BIGINT
            170::HUGEINT                                 | BIGINT
            1::UTINYINT                                  | UTINYINT
            1::UBIGINT                                   | UBIGINT
            0.1::FLOAT                                   | FLOAT
            0.1::DOUBLE                                  | DOUBLE
            12.50                                        | DECIMAL(4,2)
            1e30::DECIMAL(38,2)                          | DECIMAL(38,2)
            'a''b'                                       | VARCHAR
            'small'::ENUM('small', 'large')              | VARCHAR
            '\\x00\\xFF'::BLOB                           | BLOB
            'f47ac10b-58cc-4372-a567-0e02b2c3d479'::UUID | UUID
            DATE '1969-12-31'                            | DATE
            TIMESTAMP '2021-08-02 12:30:00.123456'       | TIMESTAMP
            TIMESTAMPTZ '2021-08-02 12:30:00+09'         | TIMESTAMP WITH TIME ZONE
            '2021-08-02 12:30:00'::TIMESTAMP_S           | TIMESTAMP
            '2021-08-02 12:30:00'::TIMESTAMP_NS          | TIMESTAMP_NS
            TIME '12:30:00'                              | TIME
            [1, 2, NULL]                                 | INTEGER[]
            {'a': 1, 'b': 'x'}                           | STRUCT(a INTEGER, b VARCHAR)
            MAP {'a': 1.5}                               | MAP(VARCHAR, DECIMAL(2,1))
            '101'::BIT                                   | VARCHAR
            NULL                                         | INTEGER
            """)
    void a_value_has_the_same_type_and_text_before_and_after_it_was_stored(
            String expression, String type, @TempDir Path folder) {
        Table table = Table.query("select " + expression + " as v", Map.of());
        assertThat(table.schema().column("v").type()).hasToString(type);
        Path file = folder.resolve("stored.parquet");
        table.toParquet(file);
        Table stored = Table.parquet(file);
        assertThat(stored.schema()).isEqualTo(table.schema());
        Table direct = Table.query("select (" + expression + ")::VARCHAR as v", Map.of());
        assertThat(stored.strings("v")).isEqualTo(direct.strings("v"));
    }
}
