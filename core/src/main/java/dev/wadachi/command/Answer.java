package dev.wadachi.command;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Context;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Resources;
import dev.wadachi.task.Source;
import dev.wadachi.task.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What a program answers when it is asked for its version: the state of something that lies outside of the project.
/// Asked at every run, in the project's root.
///
/// @param question the program and its arguments, such as `python3 --version`
record Answer(List<String> question) implements Source<String> {

    private static final int LONGEST = 1_000;
    private static final long PATIENCE_SECONDS = 30;

    Answer {
        question = List.copyOf(question);
        if (question.isEmpty()) {
            throw new IllegalArgumentException("ask a program, such as asking(\"python3\", \"--version\")");
        }
    }

    /// The answer itself where it is short, for `why` to show.
    @Override
    public Stamp stamp(Resources from) throws IOException, InterruptedException {
        String answer = answer(from);
        return answer.isEmpty() || answer.length() > LONGEST ? Stamp.of(Digest.of(answer)) : Stamp.of(answer);
    }

    @Override
    public String run(Context in) throws IOException, InterruptedException {
        return answer(in);
    }

    private String answer(Resources from) throws IOException, InterruptedException {
        Path folder = from.path("");
        Map<String, String> variables = Surroundings.usual(System.getenv(), System.getProperty("os.name", ""));
        Program program = new Program(question.getFirst(), List.of(folder), variables);
        Path file = program.file().orElseThrow(() -> new OutsideException(program.absence()));
        ProcessBuilder builder = new ProcessBuilder(program.command(file, question));
        builder.directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        Path said = Files.createTempFile("wadachi-answer", ".txt");
        Process process = builder.redirectOutput(said.toFile()).start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String answer = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
            if (!ended || process.exitValue() != 0) {
                throw new OutsideException(CommandLine.of(question) + " was asked for what counts, and "
                        + (ended
                                ? ExitText.of(process.exitValue())
                                : "did not answer within " + PATIENCE_SECONDS + " s")
                        + "; it said: " + answer);
            }
            return answer;
        } finally {
            if (process.isAlive()) {
                new ProcessTree(process.toHandle()).end();
            }
            Files.deleteIfExists(said);
        }
    }
}
