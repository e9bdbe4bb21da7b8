package dev.wadachi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import dev.wadachi.task.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCodecTest {
    private final TableCodec codec = new TableCodec();
    private final Scratch scratch;

    TableCodecTest(@TempDir Path folder) {
        this.scratch = new Scratch() {
            private int files;

            @Override
            public Path newFile() {
                return folder.resolve("file" + ++files);
            }

            @Override
            public Path newFolder() throws IOException {
                return Files.createTempDirectory(folder, "folder");
            }
        };
    }

    /// A blob that is a file, and may be gone.
    private record FileBlob(Path file) implements Blob {
        @Override
        public Digest digest() {
            try {
                return Digest.ofFile(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long size() {
            return file.toFile().length();
        }

        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    private Path encoded(Table table) throws IOException {
        return switch (codec.encode(table, scratch)) {
            case Encoded.InFile(Path file) -> file;
            case Encoded.Bytes _, Encoded.Parts _ -> throw new AssertionError("tables are encoded as files");
        };
    }

    private Table decoded(Path file) {
        return codec.decode(new Stored.Whole(new FileBlob(file)));
    }

    @Test
    void the_codec_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(Codec.class)).anySatisfy(found -> {
            assertThat(found.type()).isEqualTo(Table.class);
            assertThat(found.id()).isEqualTo("parquet");
            assertThat(found.version()).isEqualTo(1);
        });
    }

    @Test
    void a_table_comes_back_as_it_was_and_is_encoded_as_the_same_bytes_again() throws IOException {
        Table table = Columns.none()
                .strings("code", new String[] {"007", null, "横浜"})
                .doubles("x", new double[] {0.1, -0.0, Double.NaN})
                .table();
        Path file = encoded(table);
        Table back = decoded(file);
        assertThat(back.schema()).isEqualTo(table.schema());
        assertThat(back.strings("code")).containsExactly("007", null, "横浜");
        assertThat(back.doubles("x")).containsExactly(0.1, -0.0, Double.NaN);
        assertThat(encoded(back)).hasSameBinaryContentAs(file);
    }

    @Test
    void a_query_is_encoded_as_the_same_bytes_before_and_after_it_was_read() throws IOException {
        Table table = Table.query("select range % 3 as k, count(*) as n from range(1000) group by all", Map.of());
        Path before = encoded(table);
        assertThat(table.longs("n")).containsExactly(334, 333, 333);
        assertThat(encoded(table)).hasSameBinaryContentAs(before);
    }

    @Test
    void a_decoded_table_opens_no_file_before_it_is_read() throws IOException {
        Path gone = scratch.newFile();
        Table table = decoded(gone);
        assertThatThrownBy(table::rows).isInstanceOf(TableException.class).hasMessageContaining(gone.toString());
    }

    @Test
    void what_depends_on_chance_is_encoded_as_it_was_read() throws IOException {
        Table table = Table.query("select random() as r from range(100)", Map.of(), Volatile.ALLOWED);
        Path file = encoded(table);
        assertThat(decoded(file).doubles("r")).isEqualTo(table.doubles("r"));
    }

    @Test
    void a_table_is_expected_to_have_rows() {
        Table empty = Columns.none().doubles("x", new double[0]).table();
        assertThat(codec.expectations().check(empty))
                .containsExactly(Violation.refuse("there is at least 1 row", "there is none"));
        assertThat(codec.expectations()
                        .check(Columns.none().doubles("x", new double[1]).table()))
                .isEmpty();
    }

    @Test
    void a_file_that_is_not_parquet_is_named() throws IOException {
        Path file = Files.writeString(scratch.newFile(), "not parquet at all");
        assertThatThrownBy(() -> decoded(file).rows())
                .isInstanceOf(TableException.class)
                .hasMessageContaining("the Parquet file " + file + " cannot be read");
    }
}
