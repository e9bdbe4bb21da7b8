package dev.wadachi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

class CodecPropertiesTest {

    sealed interface Verdict {
        record Better(double by) implements Verdict {}

        record Same() implements Verdict {}
    }

    record Evaluation(String name, Map<Integer, List<Double>> curves, Optional<Verdict> verdict) {}

    private final FolderScratch scratch = new FolderScratch(temporary());

    @AfterProperty
    void remove() throws IOException {
        try (Stream<Path> all = Files.walk(scratch.folder())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 100)
    void a_value_comes_back_equal_and_is_stored_as_the_same_bytes_again(@ForAll("evaluations") Evaluation value)
            throws IOException {
        Codec<?> codec = Codecs.ofType(Evaluation.class);

        Object back = scratch.roundTrip(codec, value);

        assertThat(back).isEqualTo(value);
        assertThat(scratch.bytes(codec, back)).isEqualTo(scratch.bytes(codec, value));
    }

    @Property(tries = 30)
    void a_folder_comes_back_file_by_file(@ForAll("folders") Map<String, String> files) throws IOException {
        Path made = scratch.newFolder();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = made.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(made));
            Files.writeString(path, file.getValue());
        }

        Encoded encoded = new FolderCodec().encode(new Folder(made), scratch);
        Folder back = new FolderCodec().decode(scratch.stored(encoded), scratch);

        assertThat(((Encoded.Parts) encoded).parts().keySet()).isEqualTo(files.keySet());
        assertThat(contents(back.path())).isEqualTo(files);
    }

    private static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return contents;
    }

    @Provide
    Arbitrary<Evaluation> evaluations() {
        Arbitrary<Double> numbers = Arbitraries.longs().map(Double::longBitsToDouble);
        Arbitrary<Verdict> verdicts =
                Arbitraries.oneOf(numbers.map(Verdict.Better::new), Arbitraries.of(new Verdict.Same()));
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(10),
                        Arbitraries.maps(Arbitraries.integers(), numbers.list().ofMaxSize(3))
                                .ofMaxSize(3),
                        verdicts.optional())
                .as(Evaluation::new);
    }

    /// Steps end in a digit and files in a letter, so that no file is in the way of a folder.
    @Provide
    Arbitrary<Map<String, String>> folders() {
        Arbitrary<String> steps =
                Arbitraries.strings().withChars("ab轍 -").ofLength(2).map(text -> text + "1");
        Arbitrary<String> names = Combinators.combine(steps.list().ofMaxSize(2), steps)
                .as((folders, name) -> String.join(
                        "/",
                        Stream.concat(folders.stream(), Stream.of(name + "f")).toList()));
        return Arbitraries.maps(names, Arbitraries.strings().alpha().ofMaxLength(5))
                .ofMaxSize(5)
                .map(TreeMap::new);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("wadachi-codecs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
