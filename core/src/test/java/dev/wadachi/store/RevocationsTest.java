package dev.wadachi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Key;
import dev.wadachi.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationsTest {

    private Store store;

    @BeforeEach
    void open(@TempDir Path folder) {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_revoked_result_is_never_a_hit_again_and_an_older_one_is() {
        Recorded older = record(Samples.trace("Train", "a", "one"), 0);
        Recorded wrong = record(Samples.trace("Train", "a", "two"), 1);

        store.revoke(new Revocation.Target.Result(wrong.id()), "trained on test rows", "user");

        History history = store.traces()
                .history(wrong.trace().key(), wrong.trace().fingerprint().total());
        assertThat(history).containsExactly(older);
        assertThat(history.last()).isEqualTo(2);
        assertThat(store.traces().find(wrong.id())).contains(wrong);
    }

    @Test
    void the_same_bytes_under_the_same_fingerprint_are_revoked_with_a_result_before_and_after_it() {
        record(Samples.trace("Train", "a", "one"), 0);
        Recorded wrong = record(Samples.trace("Train", "a", "one"), 1);
        record(Samples.trace("Train", "a", "one"), 2);
        Recorded elsewhere = record(Samples.trace("Train", "b", "one"), 0);

        Revocation revocation = store.revoke(new Revocation.Target.Result(wrong.id()), "wrong", "user");

        assertThat(revocation.covered()).extracting(TraceId::number).containsExactly(3, 1);
        assertThat(history(wrong)).isEmpty();
        assertThat(history(elsewhere)).containsExactly(elsewhere);
    }

    @Test
    void the_same_bytes_count_again_when_they_are_computed_after_the_revocation() {
        Recorded wrong = record(Samples.trace("Train", "a", "one"), 0);
        store.revoke(new Revocation.Target.Result(wrong.id()), "wrong", "user");

        Recorded again = record(Samples.trace("Train", "a", "one"), 1);

        assertThat(history(wrong)).containsExactly(again);
    }

    @Test
    void what_a_revocation_covers_is_read_back() {
        record(Samples.trace("Train", "a", "one"), 0);
        Recorded wrong = record(Samples.trace("Train", "a", "one"), 1);
        Revocation revocation = store.revoke(new Revocation.Target.Result(wrong.id()), "wrong", "user");

        assertThat(store.revocations().all().values()).containsExactly(revocation);
    }

    private History history(Recorded recorded) {
        return store.traces()
                .history(recorded.trace().key(), recorded.trace().fingerprint().total());
    }

    @Test
    void a_result_after_a_revoked_one_gets_a_number_of_its_own() {
        Recorded wrong = record(Samples.trace("Train", "a", "one"), 0);
        store.revoke(new Revocation.Target.Result(wrong.id()), "wrong", "user");

        Trace again = Samples.trace("Train", "a", "one");
        assertThat(store.traces().append(again, 1)).isEqualTo(new Appended.Won(2));
        assertThat(store.traces().append(again, 0)).isInstanceOf(Appended.Lost.class);
    }

    @Test
    void a_result_after_a_revoked_one_that_was_forgotten_counts() {
        Recorded features = record(Samples.trace("Features", "a", "rows"), 0);
        Recorded model = record(Samples.downstream("Train", "features", features.trace()), 0);
        record(Samples.trace("Features", "a", "rows"), 1);
        store.revoke(new Revocation.Target.Result(features.id()), "wrong", "user");
        store.traces().forget("Features");
        store.traces().forget("Train");

        assertThat(store.traces().append(features.trace(), 0))
                .as("1 is named, and 2 has the same bytes")
                .isEqualTo(new Appended.Won(3));
        assertThat(store.traces().append(features.trace(), 0))
                .as("whoever comes second finds it")
                .isInstanceOf(Appended.Lost.class);
        assertThat(store.traces().append(model.trace(), 0))
                .as("1 is marked as computed from it")
                .isEqualTo(new Appended.Won(2));

        assertThat(history(features)).hasSize(1);
        assertThat(store.revocations().marking(new Recorded(2, model.trace()).id()))
                .isEmpty();
    }

    @Test
    void numbers_are_given_as_ever_where_bytes_are_revoked() {
        store.revoke(new Revocation.Target.Bytes(Digest.of("one")), "poisoned", "user");
        record(Samples.trace("Train", "a", "one"), 0);
        record(Samples.trace("Train", "a", "two"), 1);
    }

    @Test
    void revoked_bytes_are_no_hit_whoever_computes_them() {
        Recorded wrong = record(Samples.trace("Train", "a", "one"), 0);
        store.revoke(new Revocation.Target.Bytes(Digest.of("one")), "poisoned", "user");
        record(Samples.trace("Train", "b", "one"), 0);

        assertThat(store.traces()
                        .history(
                                wrong.trace().key(), wrong.trace().fingerprint().total()))
                .isEmpty();
        assertThat(store.traces()
                        .history(Samples.key("Train"), Samples.fingerprint("b").total()))
                .isEmpty();
    }

    @Test
    void everything_computed_from_a_revoked_result_is_listed_nearest_first_and_marked() {
        Recorded features = record(Samples.trace("Features", "a", "rows"), 0);
        Recorded model = record(Samples.downstream("Train", "features", features.trace()), 0);
        Recorded score = record(Samples.downstream("Evaluate", "model", model.trace()), 0);
        Recorded stranger = record(Samples.trace("Other", "a", "else"), 0);

        Revocation revocation =
                store.revoke(new Revocation.Target.Result(features.id()), "a column was shifted", "user");

        assertThat(revocation.affected()).containsExactly(model.id(), score.id());
        assertThat(store.revocations().marking(score.id())).containsExactly(revocation);
        assertThat(store.revocations().marking(stranger.id())).isEmpty();
        assertThat(store.traces()
                        .history(
                                score.trace().key(), score.trace().fingerprint().total())
                        .newest())
                .contains(score);
    }

    @Test
    void what_was_computed_from_other_bytes_of_the_same_task_is_not_affected() {
        Recorded wrong = record(Samples.trace("Features", "a", "wrong rows"), 0);
        Recorded right = record(Samples.trace("Features", "b", "right rows"), 0);
        record(Samples.downstream("Train", "features", right.trace()), 0);

        assertThat(store.affectedBy(new Revocation.Target.Result(wrong.id()))).isEmpty();
    }

    @Test
    void a_load_of_a_part_is_a_way_to_be_affected() {
        var parts = new TreeMap<String, Output>();
        parts.put("train", Samples.whole("rows"));
        Recorded split = record(
                Samples.trace(
                        Samples.key("Split"),
                        Samples.fingerprint("a"),
                        new Output.Parts(Digest.of("manifest"), 4, parts)),
                0);
        Recorded loader = record(loading(split.trace().key(), "train", Digest.of("rows")), 0);

        assertThat(store.affectedBy(new Revocation.Target.Bytes(Digest.of("manifest"))))
                .containsExactly(loader.id());
    }

    @Test
    void a_withdrawn_revocation_makes_the_result_a_hit_again() {
        Recorded result = record(Samples.trace("Train", "a", "one"), 0);
        store.revoke(new Revocation.Target.Result(result.id()), "wrong", "user");

        store.revocations().withdraw(store.revocations().all().firstKey(), "it was right", "user");

        assertThat(store.traces()
                        .history(
                                result.trace().key(),
                                result.trace().fingerprint().total()))
                .containsExactly(result);
    }

    @Test
    void a_revocation_needs_a_reason() {
        assertThatThrownBy(() -> store.revoke(new Revocation.Target.Bytes(Digest.of("one")), "", "user"))
                .hasMessage("a revocation needs a reason, so that others can judge it");
    }

    private Recorded record(Trace trace, int last) {
        assertThat(store.traces().append(trace, last)).isEqualTo(new Appended.Won(last + 1));
        return new Recorded(last + 1, trace);
    }

    private static Trace loading(Key key, String part, Digest digest) {
        Trace trace = Samples.trace("Loader", "a", "loaded");
        return new Trace(
                trace.key(),
                trace.fingerprint(),
                trace.codec(),
                trace.output(),
                new Inputs(
                        "example.Loader",
                        new TreeMap<>(),
                        new TreeMap<>(),
                        List.of(new Load.Value(key, part, digest, JsonObject.EMPTY))),
                trace.origin(),
                trace.cost(),
                trace.evidence(),
                trace.notes());
    }
}
