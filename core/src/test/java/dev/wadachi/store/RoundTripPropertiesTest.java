package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Fingerprint;
import dev.wadachi.digest.Key;
import dev.wadachi.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Positive;

class RoundTripPropertiesTest {

    @Property(tries = 300)
    void a_trace_of_any_texts_and_numbers_reads_back(
            @ForAll @NotEmpty String task,
            @ForAll Map<String, String> texts,
            @ForAll List<String> words,
            @ForAll double number,
            @ForAll long whole) {
        Key key = new Key(task, Digest.of(task));
        Trace trace = new Trace(
                key,
                Fingerprint.of(texts),
                task,
                Samples.whole(task),
                new Inputs(
                        task,
                        new TreeMap<>(texts),
                        new TreeMap<>(Map.of(task, key)),
                        List.of(new Load.Value(key, task, Digest.of(task), Json.of(task)), new Load.Seed(whole))),
                Samples.origin(),
                new Cost(0.25, Double.MIN_VALUE, Long.MAX_VALUE, 0),
                Evidence.none(),
                new Notes(
                        List.of(new Metric(task, number, whole), Metric.of(task, -number)),
                        words.stream()
                                .map(word -> new Mark(Mark.Kind.OVERRIDDEN, word))
                                .toList(),
                        words,
                        Json.of(whole)));

        byte[] written = TraceJson.write(trace);

        assertThat(TraceJson.read(SealedJson.open(written).orElseThrow())).isEqualTo(trace);
    }

    @Property
    void the_name_of_a_result_reads_back(@ForAll @NotEmpty String task, @ForAll @Positive int number) {
        TraceId id = new TraceId(new Key(task, Digest.of(task)), Digest.of("fingerprint"), number);

        assertThat(TraceId.parse(id.text())).isEqualTo(id);
    }

    /// From the year 1 to the year 9999, as the JDK itself reads them.
    @Property
    void a_time_reads_as_the_jdk_reads_it(
            @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
            @ForAll @LongRange(min = 0, max = 999_999_999L) long nano) {
        Instant time = Instant.ofEpochSecond(second, nano);

        assertThat(Instants.parse(time.toString())).isEqualTo(Instant.parse(time.toString()));
    }
}
