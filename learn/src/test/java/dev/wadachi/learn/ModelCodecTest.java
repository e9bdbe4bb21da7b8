package dev.wadachi.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import dev.wadachi.model.Model;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelCodecTest {

    private final ModelCodec codec = new ModelCodec();

    @Test
    void models_find_their_codec_by_themselves() {
        assertThat(ServiceLoader.load(Codec.class).stream().map(ServiceLoader.Provider::type))
                .contains(ModelCodec.class);
    }

    @Test
    void a_decoded_model_predicts_the_same_bits() throws Exception {
        Model model = new Gbdt().withRounds(20).fit(Sample.weeks(200), Sample.WEEKLY.relativeTo("level"));

        Model decoded = codec.decode(stored(codec.encode(model, new NoScratch())));

        assertThat(Predictions.of(decoded, Sample.weeks(300)))
                .containsExactly(Predictions.of(model, Sample.weeks(300)));
        assertThat(decoded.lineage()).isEqualTo(model.lineage());
    }

    @Test
    void a_lone_file_is_no_model() {
        assertThatThrownBy(() -> codec.decode(new Stored.Whole(new InMemory(new byte[0]))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a model is kept as several files");
    }

    private static Stored stored(Encoded encoded) {
        return switch (encoded) {
            case Encoded.Bytes(byte[] bytes) -> new Stored.Whole(new InMemory(bytes));
            case Encoded.InFile _ -> throw new AssertionError("models are small");
            case Encoded.Parts(SortedMap<String, Encoded> parts) -> {
                SortedMap<String, Stored> stored = new TreeMap<>();
                parts.forEach((name, part) -> stored.put(name, stored(part)));
                yield new Stored.Parts(stored);
            }
        };
    }

    private record InMemory(
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) implements Blob {

        @Override
        public Digest digest() {
            return Digest.of(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public Path file() throws IOException {
            throw new IOException("only in memory");
        }
    }

    /// A model needs no room on disk.
    private static final class NoScratch implements Scratch {

        @Override
        public Path newFile() throws IOException {
            throw new IOException("no room");
        }

        @Override
        public Path newFolder() throws IOException {
            throw new IOException("no room");
        }
    }
}
