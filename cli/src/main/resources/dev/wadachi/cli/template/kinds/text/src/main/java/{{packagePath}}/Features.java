package {{package}};

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How often the words of each message fall into each of some buckets, by their digest.
///
/// Words are runs of letters, in small letters. No vocabulary is learned, so none leaks from the test into the model;
/// the price is that some words share a bucket. A message without any letter has no row.
record Features(Task<Table> messages, int buckets) implements Task<Table> {

    Features {
        if (buckets < 1) {
            throw new IllegalArgumentException("there must be at least 1 bucket, but there were " + buckets);
        }
    }

    static List<String> columns(int buckets) {
        return IntStream.range(0, buckets).mapToObj(bucket -> "words_" + bucket).toList();
    }

    @Override
    public Table run(Context in) {
        String counts = IntStream.range(0, buckets)
                .mapToObj(bucket -> "count(*) filter (bucket = %1$d) as words_%1$d".formatted(bucket))
                .collect(Collectors.joining(",\n    "));
        return in.load(messages).sql("""
                with words as (
                    select message, complaint, unnest(regexp_extract_all(lower(text), '\\p{L}+')) as word from this
                ), hashed as (
                    select message, complaint, md5_number_lower(word) %% %d as bucket from words
                )
                select message, complaint,
                    %s
                from hashed
                group by message, complaint
                order by message
                """.formatted(buckets, counts));
    }
}
