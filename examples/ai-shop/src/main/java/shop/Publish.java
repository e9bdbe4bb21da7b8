package shop;

import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.External;
import dev.wadachi.task.Outside;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Stamp;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The forecast where people look for it: as `forecast.csv` and `forecast.parquet` in a folder of the project. Whoever
/// deletes or edits the files gets them again with the next run.
record Publish(Task<Table> forecast, String folder) implements Outside {

    private static final String CSV = "forecast.csv";
    private static final String PARQUET = "forecast.parquet";

    @Override
    public External run(Context in) throws IOException {
        Path target = in.path(folder);
        Files.createDirectories(target);
        Table table = in.load(forecast);
        table.toCsv(target.resolve(CSV));
        table.toParquet(target.resolve(PARQUET));
        return new External(target.toUri(), stamp(target));
    }

    @Override
    public Stamp stamp(External output, Resources from) {
        return stamp(from.path(folder));
    }

    private static Stamp stamp(Path folder) {
        return Stamp.of(Stamp.ofFile(folder.resolve(CSV)).text() + " "
                + Stamp.ofFile(folder.resolve(PARQUET)).text());
    }
}
