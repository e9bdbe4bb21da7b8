package dev.wadachi.command;

import dev.wadachi.codec.Codecs;
import dev.wadachi.json.JsonException;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Context;
import dev.wadachi.task.Folder;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One run of a command: its folder is filled, its program is run there, what it leaves is taken out.
final class CommandRun {

    private static final String MASK = "***";

    /// What is shorter would be everywhere.
    private static final int SHORTEST_SECRET = 4;

    private final Command command;
    private final Context in;
    private final WorkFolder folder;
    private final Path kept;
    private final Map<String, String> secrets;
    private final Said said;

    CommandRun(Command command, Context in) throws IOException {
        this.command = command;
        this.in = in;
        this.folder = new WorkFolder(in.scratch());
        this.kept = in.checkpoint();
        this.secrets = secrets(command.secrets(), in);
        this.said = new Said(in, this::masked);
    }

    Folder run() throws IOException, InterruptedException {
        fill();
        Set<String> before = folder.names();
        int exitCode = start();
        if (exitCode != 0) {
            throw failed(ExitText.of(exitCode), exitCode);
        }
        OutputFiles outputs = new OutputFiles(command.outputs(), command.mayBeEmpty());
        List<String> problems = outputs.problems(folder, before);
        if (!problems.isEmpty()) {
            throw failed("did not leave what it declares:\n    " + String.join("\n    ", problems), exitCode);
        }
        try {
            MetricsFile.record(folder.path(), in);
        } catch (JsonException noNumbers) {
            throw failed("left no readable metrics: " + noNumbers.getMessage(), exitCode);
        }
        outputs.move(folder.path(), folder.outputs());
        return new Folder(folder.outputs());
    }

    private void fill() throws IOException {
        for (Task<Folder> files : new TreeMap<>(command.files()).values()) {
            folder.add(in.load(files));
        }
        for (Map.Entry<String, Task<?>> input : new TreeMap<>(command.inputs()).entrySet()) {
            write(input.getKey(), input.getValue());
        }
        for (String output : command.outputs()) {
            folder.place(output);
        }
    }

    @SuppressWarnings("unchecked") // the value is of the type that its task's codec was chosen for
    private <T> void write(String name, Task<T> task) throws IOException {
        ((Codec<T>) Codecs.of(task)).write(in.load(task), folder.place(name), folder);
    }

    private int start() throws IOException, InterruptedException {
        Map<String, String> variables = variables();
        Program program = new Program(command.arguments().getFirst(), List.of(folder.path(), in.path("")), variables);
        Optional<Path> file = program.file();
        if (file.isEmpty()) {
            throw failed("could not be started: " + program.absence(), -1);
        }
        ProcessBuilder builder = new ProcessBuilder(program.command(file.get(), command.arguments()));
        builder.directory(folder.path().toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        command.standardInput()
                .ifPresent(name ->
                        builder.redirectInput(folder.path().resolve(name).toFile()));
        command.standardOutput()
                .ifPresent(name ->
                        builder.redirectOutput(folder.path().resolve(name).toFile()));
        try {
            return new ProgramRun(builder, folder.log(), said, command.limit())
                    .run()
                    .orElseThrow(() -> failed(
                            "took longer than "
                                    + command.limit().map(Object::toString).orElse("")
                                    + ", and was ended; give it more time with limit(…), or make it faster",
                            -1));
        } catch (CommandFailed failed) {
            throw failed;
        } catch (IOException unstarted) {
            throw failed("was not run to its end: " + unstarted.getMessage(), -1);
        }
    }

    private Map<String, String> variables() throws IOException {
        Map<String, String> variables = Surroundings.usual(System.getenv(), System.getProperty("os.name", ""));
        variables.put(
                "WADACHI_CHECKPOINT",
                Files.createDirectories(kept.resolve("checkpoint")).toString());
        if (!in.gpus().isEmpty()) {
            // By which CUDA, and whatever is built on it, is told which to use.
            variables.put(
                    "CUDA_VISIBLE_DEVICES",
                    in.gpus().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        variables.putAll(command.variables());
        variables.putAll(secrets);
        return variables;
    }

    private static Map<String, String> secrets(Map<String, String> declared, Context in) {
        Map<String, String> secrets = new TreeMap<>();
        declared.forEach((name, setting) -> {
            int dot = setting.indexOf('.');
            Object value = in.resource(Map.class, setting.substring(0, dot)).get(setting.substring(dot + 1));
            if (value == null) {
                throw new OutsideException("the secret " + name + " is the setting " + setting
                        + ", but that resource has none of this name; add it to wadachi.toml");
            }
            secrets.put(name, value.toString());
        });
        return secrets;
    }

    private String masked(String text) {
        String masked = text;
        for (String secret : secrets.values()) {
            masked = secret.length() < SHORTEST_SECRET ? masked : masked.replace(secret, MASK);
        }
        return masked;
    }

    /// @param exitCode below 0 if there is none
    private CommandFailed failed(String what, int exitCode) {
        StringBuilder text = new StringBuilder(CommandLine.of(command.arguments()) + " " + what);
        if (!said.lastLines().isEmpty()) {
            text.append("\n  the last lines that it said:");
            said.lastLines().forEach(line -> text.append("\n    ").append(line));
        }
        text.append("\n  ").append(again());
        return new CommandFailed(masked(text.toString()), exitCode, said.lastLines());
    }

    /// Where its files are now, and how to run it there by hand.
    private String again() {
        Path files = kept.resolve("files");
        @Nullable IOException lost = keep(files);
        return lost == null
                ? "its files are kept until it succeeds; try it there:\n    cd "
                        + CommandLine.quoted(files.toString()) + " && "
                        + CommandLine.of(command.variables(), command.arguments())
                : "its files could not be kept: " + lost.getMessage();
    }

    private @Nullable IOException keep(Path files) {
        try {
            folder.keepAt(files);
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
