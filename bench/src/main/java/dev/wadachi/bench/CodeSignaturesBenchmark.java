package dev.wadachi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What the code signatures of a project of 1,000 classes take in a JVM that is warm, each time by a reader and a class
/// loader that know nothing: with nothing kept, and with signatures kept by an earlier reader.
///
/// `bench/jmh` runs it; [CodeSignatures] measures JVMs that have just started.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
public class CodeSignaturesBenchmark {

    /// The compiled project, and a folder in which its signatures are kept.
    @State(Scope.Benchmark)
    public static class Compiled {
        private GeneratedProject project = new GeneratedProject(Path.of(""));
        private Path kept = Path.of("");

        /// Compiles it once, and waits until its files are old enough to be trusted by their stamps.
        @Setup
        public void compile() throws Exception {
            Path folder = Files.createTempDirectory("code-signatures");
            project = GeneratedProject.in(folder);
            kept = folder.resolve("kept");
            Thread.sleep(2500);
            sign(project, kept);
        }
    }

    /// A folder in which nothing is kept.
    @State(Scope.Thread)
    public static class Nothing {
        private Path folder = Path.of("");

        /// Makes another one each time.
        @Setup(Level.Invocation)
        public void make() throws IOException {
            folder = Files.createTempDirectory("code-signatures");
        }

        /// Removes what was kept meanwhile.
        @TearDown(Level.Invocation)
        public void remove() throws IOException {
            Folders.delete(folder);
        }
    }

    private static void sign(GeneratedProject project, Path cache) throws IOException, ClassNotFoundException {
        try (GeneratedProject.Loaded loaded = project.load()) {
            loaded.sign(cache);
        }
    }

    /// All is read anew.
    @Benchmark
    public void nothingKept(Compiled compiled, Nothing nothing) throws Exception {
        sign(compiled.project, nothing.folder);
    }

    /// The class files are as they were.
    @Benchmark
    public void nothingChanged(Compiled compiled) throws Exception {
        sign(compiled.project, compiled.kept);
    }
}
