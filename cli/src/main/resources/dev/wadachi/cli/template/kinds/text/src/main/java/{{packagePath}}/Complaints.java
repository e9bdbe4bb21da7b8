package {{package}};

import dev.wadachi.learn.Algorithm;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.task.Default;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;

/// Which messages are complaints, from their words.
///
/// @param messages the file of messages
/// @param buckets into how many buckets words fall
/// @param testShare the share of the messages to test with
/// @param algorithm what learns: `ridge(penalty=5)`, `gbdt(depth=3)`
public record Complaints(
        @Default("sample/messages.csv") String messages,
        @Default("128") int buckets,
        @Default("0.25") double testShare,
        @Default("ridge(penalty=5)") Algorithm algorithm)
        implements Pipeline {

    Task<Split> parts() {
        return new Parts(new Features(new Messages(messages), buckets), testShare);
    }

    Task<Model> model() {
        return new Train(parts(), buckets, algorithm);
    }

    /// The share of test messages that are judged as people did.
    public Task<Score> evaluate() {
        return new Evaluate(model(), parts());
    }
}
