package dev.wadachi.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.parameter.Types;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Context;
import dev.wadachi.task.Done;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.External;
import dev.wadachi.task.Folder;
import dev.wadachi.task.Part;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecsTest {

    @TempDir
    Path folder;

    record Score(double mae, Map<LocalDate, Double> byWeek) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Split(byte[] train, Score score, String note) {}

    private interface Learner<M> extends Task<M> {}

    private record Evaluate() implements Learner<Score> {
        @Override
        public Score run(Context in) {
            return new Score(0, Map.of());
        }
    }

    private record Wrap<T>(Task<T> of) implements Task<T> {
        @Override
        public T run(Context in) {
            return in.load(of);
        }
    }

    private record Nothing() implements Task<Void> {
        @Override
        @SuppressWarnings("NullAway") // as a user without nullness checks would write it
        public Void run(Context in) {
            return null;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Weights(double[] weights, Thread thread) {}

    private record Weigh() implements Task<Weights> {
        @Override
        public Weights run(Context in) {
            return new Weights(new double[0], Thread.currentThread());
        }
    }

    @Test
    void the_type_of_the_value_is_read_through_generic_supertypes() {
        assertThat(Codecs.ofTask(Evaluate.class).type()).isEqualTo(Score.class);
        assertThat(Codecs.ofTask(Evaluate.class).id()).isEqualTo("json");
    }

    @Test
    void a_task_whose_value_cannot_be_stored_says_what_to_do() {
        assertThatThrownBy(() -> Codecs.ofTask(Wrap.class))
                .hasMessage(
                        "Wrap is generic in the type of its value, T; override codec() to say how values are stored.");
        assertThatThrownBy(() -> Codecs.ofTask(Nothing.class))
                .hasMessage(
                        "Nothing is of type Void, and no codec says how to store one; write Task<Done>, and return new Done().");
        assertThatThrownBy(() -> Codecs.ofTask(Weigh.class)).hasMessage("""
                Weights.weights is of type double[], and no codec says how to store one; return a List, or override codec().
                Weights.thread is of type Thread, and no codec says how to store one; make it a record, or implement Codec<Thread> and name that in META-INF/services/dev.wadachi.task.Codec, or override codec().""");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Endless(byte[] bytes, Endless next) {}

    private record Tables(List<Thread> threads, ArrayList<String> names, Map<String, Integer> fine) {}

    @Test
    void what_to_return_instead_depends_on_the_type() {
        assertThatThrownBy(() -> Codecs.ofType(Endless.class))
                .hasMessage("Endless.next is of type Endless, and no codec says how to store one; "
                        + "hold its parts in a List instead of in one another, or override codec().");
        assertThatThrownBy(() -> Codecs.ofType(Tables.class)).hasMessage("""
                Tables.threads is of type List<Thread>, and no codec says how to store one; make its elements records of plain values, or give each element a task of its own.
                Tables.names is of type ArrayList<String>, and no codec says how to store one; declare it as List, Set or Map.""");
    }

    record Share(double value) {
        Share {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a share lies from 0 to 1, but this was " + value);
            }
        }
    }

    @Test
    void a_stored_value_that_its_constructor_refuses_today_is_an_io_error() {
        FolderScratch scratch = new FolderScratch(folder);

        assertThatThrownBy(() -> Codecs.ofType(Share.class)
                        .decode(scratch.stored(new Encoded.Bytes("{\"value\":2.0}".getBytes(UTF_8)))))
                .isInstanceOf(IOException.class)
                .hasMessage("The stored JSON is no Share: Share refuses these components: "
                        + "a share lies from 0 to 1, but this was 2.0");
    }

    @Test
    void json_keeps_values_exactly_and_readable() throws IOException {
        Score score = new Score(0.1, Map.of(LocalDate.of(2021, 8, 9), Double.NaN, LocalDate.of(2021, 8, 2), -0.0));
        Codec<?> codec = Codecs.ofType(Score.class);
        FolderScratch scratch = new FolderScratch(folder);

        assertThat(new String(scratch.bytes(codec, score), UTF_8))
                .isEqualTo("{\"mae\":0.1,\"byWeek\":{\"2021-08-02\":-0.0,\"2021-08-09\":\"NaN\"}}");
        assertThat(scratch.roundTrip(codec, score)).isEqualTo(score);
    }

    @Test
    void equal_maps_give_equal_bytes_whatever_their_order() throws IOException {
        Map<String, Integer> upwards = new LinkedHashMap<>(Map.of("a", 1));
        upwards.put("b", 2);
        Map<String, Integer> downwards = new LinkedHashMap<>(Map.of("b", 2));
        downwards.put("a", 1);
        Codec<?> codec = Codecs.ofType(Types.generic(Map.class, String.class, Integer.class));
        FolderScratch scratch = new FolderScratch(folder);

        assertThat(scratch.bytes(codec, upwards)).isEqualTo(scratch.bytes(codec, downwards));
    }

    @Test
    void text_and_bytes_are_stored_as_they_are() throws IOException {
        FolderScratch scratch = new FolderScratch(folder);
        String text = "轍\r\n\uFEFFline";

        assertThat(scratch.bytes(Codecs.ofType(String.class), text)).isEqualTo(text.getBytes(UTF_8));
        assertThat(scratch.roundTrip(Codecs.ofType(String.class), text)).isEqualTo(text);
        assertThat(scratch.roundTrip(Codecs.ofType(byte[].class), new byte[] {0, -1, 13}))
                .isEqualTo(new byte[] {0, -1, 13});
        assertThatThrownBy(() -> scratch.bytes(Codecs.ofType(String.class), "\ud800"))
                .hasMessageContaining("unpaired surrogate");
    }

    @Test
    void what_was_handed_to_a_body_as_bytes_is_a_copy() throws IOException {
        byte[] bytes = {1, 2};

        Encoded encoded = new BytesCodec().encode(bytes, new FolderScratch(folder));
        bytes[0] = 9;

        assertThat(((Encoded.Bytes) encoded).bytes()).containsExactly(1, 2);
    }

    @Test
    void small_values_of_every_sort_come_back() throws IOException {
        FolderScratch scratch = new FolderScratch(folder);
        for (Object value : List.of(
                7,
                'x',
                1.5f,
                LocalDate.of(2021, 8, 2),
                List.of(1, 2),
                Set.of("a"),
                Optional.of(3L),
                new Done(),
                Thread.State.NEW)) {
            assertThat(scratch.roundTrip(Codecs.ofValue(value), value)).isEqualTo(value);
        }
        External external = new External(URI.create("jdbc:postgresql://db/forecast"), Stamp.of("v7"));
        assertThat(scratch.roundTrip(Codecs.ofValue(external), external)).isEqualTo(external);
    }

    @Test
    void images_come_back_pixel_by_pixel_and_equal_pixels_give_equal_bytes() throws IOException {
        FolderScratch scratch = new FolderScratch(folder);
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(2, 1, 0x80FF0010);
        Codec<?> codec = Codecs.ofType(BufferedImage.class);

        BufferedImage back = (BufferedImage) scratch.roundTrip(codec, image);

        assertThat(back.getRGB(2, 1)).isEqualTo(0x80FF0010);
        assertThat(scratch.bytes(codec, back)).isEqualTo(scratch.bytes(codec, image));
    }

    @Test
    void a_record_with_a_component_that_is_no_json_is_stored_in_parts() throws IOException {
        FolderScratch scratch = new FolderScratch(folder);
        Codec<?> codec = Codecs.ofType(Split.class);

        Split back = (Split) scratch.roundTrip(codec, new Split(new byte[] {1}, new Score(2, Map.of()), "n"));

        assertThat(codec.id()).isEqualTo("record(train=bytes/1,score=json/1,note=text/1)");
        assertThat(Codecs.isByComponent(codec)).isTrue();
        assertThat(Codecs.ofComponent(codec, "score").orElseThrow().type()).isEqualTo(Score.class);
        assertThat(back.train()).containsExactly(1);
        assertThat(back.score()).isEqualTo(new Score(2, Map.of()));
        assertThat(back.note()).isEqualTo("n");
    }

    @Test
    void equal_types_have_equal_codecs() {
        assertThat(Codecs.ofType(Score.class)).isEqualTo(Codecs.ofTask(Evaluate.class));
        assertThat((Object) Codecs.ofType(Split.class)).isEqualTo(Codecs.ofType(Split.class));
        assertThat((Object) Codecs.ofType(Split.class)).isNotEqualTo(Codecs.ofType(Score.class));
    }

    @Test
    void a_method_reference_names_its_component() {
        assertThat(PartName.of((Part<Split, byte[]>) Split::train)).isEqualTo("train");
        assertThat(PartName.of((Part<Split, Score>) Split::score)).isEqualTo("score");
        Part<Split, Score> lambda = split -> split.score();
        assertThatThrownBy(() -> PartName.of(lambda))
                .hasMessage("A part is named by a reference to a component of the record, such as Split::train; "
                        + "a lambda or another object has no name.");
    }

    @Test
    void a_stored_value_of_another_form_is_an_io_error_with_its_reason() {
        FolderScratch scratch = new FolderScratch(folder);
        Codec<?> codec = Codecs.ofType(Score.class);

        assertThatThrownBy(() -> codec.decode(
                        scratch.stored(new Encoded.Bytes("{\"mae\":\"low\",\"byWeek\":{}}".getBytes(UTF_8)))))
                .isInstanceOf(IOException.class)
                .hasMessage("The stored JSON is no Score: In mae: Expected a number such as 0.1, but found \"low\".");
        assertThatThrownBy(() -> Codecs.ofType(Folder.class).decode(scratch.stored(new Encoded.Bytes(new byte[0]))))
                .hasMessage("A folder is stored as a part for each file, but here is one blob.");
    }
}
