package dev.wadachi.cli.data;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.Command;
import dev.wadachi.cli.command.ExitCode;
import dev.wadachi.cli.command.StoreOption;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.data.DataProblem;
import dev.wadachi.data.Overwriting;
import dev.wadachi.data.Placement;
import dev.wadachi.data.Pointer;
import dev.wadachi.data.Tracked;
import dev.wadachi.data.TrackedData;
import dev.wadachi.store.RunRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wadachi data checkout`: brings data back.
@CommandLine.Command(
        description = {
            "Brings data to what its pointers say, or to what a run read.",
            "Data that the store does not hold is not overwritten, unless --force is given."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  wadachi data checkout                     everything that has a pointer",
            "  wadachi data checkout data/sales.csv",
            "  wadachi data checkout --run 7f3a          the files as that run read them"
        })
public final class DataCheckoutCommand implements Command {

    @Parameters(arity = "0..*", paramLabel = "<path>", description = "Only these.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--run", paramLabel = "<run>", description = "The files and folders that a run's sources read.")
    private @Nullable String run;

    @Option(names = "--link", description = "Read-only links to the store's files in place of copies.")
    private boolean link;

    @Option(names = "--force", description = "Overwrite data that the store does not hold.")
    private boolean force;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Override
    public ExitCode run(Surroundings around) throws IOException {
        Workspace workspace = Workspace.of(around, Optional.empty(), store);
        try (Wadachi wadachi = workspace.open()) {
            List<Pointer> wanted = wanted(wadachi, workspace, around);
            PrintStream out = around.terminal().out();
            List<String> problems = new ArrayList<>();
            int unchanged = 0;
            for (Pointer pointer : wanted) {
                try {
                    boolean done = wadachi.data()
                            .checkout(
                                    pointer,
                                    link ? Placement.LINK : Placement.COPY,
                                    force ? Overwriting.ALLOWED : Overwriting.REFUSED);
                    if (done) {
                        out.println("brought back " + pointer.path());
                    } else {
                        unchanged++;
                    }
                } catch (DataProblem problem) {
                    problems.add(String.valueOf(problem.getMessage()));
                }
            }
            if (unchanged > 0) {
                out.println(unchanged + " unchanged");
            }
            problems.forEach(around.terminal().err()::println);
            return problems.isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT;
        }
    }

    private List<Pointer> wanted(Wadachi wadachi, Workspace workspace, Surroundings around) throws IOException {
        TrackedData data = wadachi.data();
        Path root = workspace.project().root();
        if (run != null) {
            RunRecord record = wadachi.store()
                    .runs()
                    .find(run)
                    .orElseThrow(() -> new BadInput("there is no run " + run + "; see `wadachi ls --runs`"));
            List<String> only = paths.stream()
                    .map(path -> relative(around.folder().resolve(path), root))
                    .toList();
            List<Pointer> inputs = data.inputs(record.id()).stream()
                    .filter(input -> only.isEmpty() || only.contains(input.path()))
                    .toList();
            if (inputs.isEmpty()) {
                throw new BadInput("the sources of run " + run + " read no such file: what a source stamps with"
                        + " Stamp.ofFile or Stamp.ofFolder is recorded");
            }
            return inputs;
        }
        List<Tracked> tracked = new ArrayList<>();
        for (Path path : paths) {
            tracked.add(data.find(around.folder().resolve(path).toAbsolutePath()));
        }
        return (paths.isEmpty() ? data.all() : tracked)
                .stream()
                        .map(each -> at(relative(each.data(), root), each.pointer()))
                        .toList();
    }

    private static Pointer at(String path, Pointer pointer) {
        return new Pointer(path, pointer.kind(), pointer.digest(), pointer.bytes(), pointer.files());
    }

    private static String relative(Path path, Path root) {
        return root.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
