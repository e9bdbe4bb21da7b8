package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.CRC32;

/// The signatures of one class path, kept in a file for as long as its [World] holds. Not thread-safe.
///
/// The file is text. Its first line says how long the head is and gives its check sum; the head lists the world and the
/// signatures; the manifests follow, each proven by its own digest when somebody asks for it. It is written beside and
/// moved into place, so a kill leaves the old one, and of two processes that write the later one wins: what the other
/// learnt is learnt again. Whatever cannot be read is as good as absent.
final class KeptSignatures {

    private static final String HEADER = "wadachi code signatures 3";

    private static final int LONGEST_FIRST_LINE = 256;

    private final Optional<Path> file;
    private final Instant taken;
    private final Function<Start, CodeSignature> anew;
    private final Map<Start, CodeSignature> signatures = new LinkedHashMap<>();
    private World world = World.empty();
    private boolean hasNews;

    private KeptSignatures(Optional<Path> file, Instant taken, Function<Start, CodeSignature> anew) {
        this.file = file;
        this.taken = taken;
        this.anew = anew;
    }

    /// Reads what is kept for this class path.
    ///
    /// @param taken a moment before which no file was looked at
    /// @param anew computes a signature without a cache, for what is not kept of it
    static KeptSignatures read(
            ClassPath path, UserCode userCode, CodeCache cache, Instant taken, Function<Start, CodeSignature> anew) {
        KeptSignatures kept = new KeptSignatures(
                cache.folder().filter(_ -> path.isTransparent()).map(folder -> folder.resolve(name(path, userCode))),
                taken,
                anew);
        kept.file.ifPresent(kept::read);
        return kept;
    }

    private static String name(ClassPath path, UserCode userCode) {
        Encoding question = new Encoding().number(Runtime.version().feature());
        path.declared().forEach(root -> question.tag(0).text(root.toString()));
        userCode.jars().forEach(jar -> question.tag(1).text(jar.toString()));
        userCode.packages().forEach(own -> question.tag(2).text(own));
        return "signatures-" + question.finish().shortHex() + ".txt";
    }

    private void read(Path kept) {
        try (InputStream in = Files.newInputStream(kept)) {
            byte[] beginning = in.readNBytes(LONGEST_FIRST_LINE);
            String text = new String(beginning, StandardCharsets.UTF_8);
            int line = text.indexOf('\n');
            String[] first = text.substring(0, Math.max(line, 0)).split("\t", -1);
            if (first.length != 3 || !first[0].equals(HEADER)) {
                return;
            }
            int length = Integer.parseInt(first[1]);
            if (length > Files.size(kept)) {
                return;
            }
            byte[] head = Arrays.copyOfRange(beginning, line + 1, line + 1 + length);
            int there = Math.min(beginning.length - line - 1, length);
            int read = in.readNBytes(head, there, length - there);
            if (there + read == length && checkSum(head).equals(first[2])) {
                readHead(new String(head, StandardCharsets.UTF_8), kept, line + 1 + length);
            }
        } catch (IOException | IllegalArgumentException e) {
            // Absent, damaged, or from another release: learnt anew.
            signatures.clear();
            world = World.empty();
        }
    }

    /// Against torn and damaged files, not against malice; and a digest takes as long as all else here together.
    private static String checkSum(byte[] head) {
        CRC32 sum = new CRC32();
        sum.update(head);
        return Long.toHexString(sum.getValue());
    }

    private void readHead(String head, Path kept, int manifests) {
        World before = World.empty();
        List<String[]> lines = new ArrayList<>();
        head.lines().forEach(line -> {
            String[] fields = line.split("\t", -1);
            lines.add(fields);
            WorldText.read(fields, before);
        });
        if (before.holds()) {
            world = before;
            readSignatures(lines, kept, manifests);
            hasNews = world.canBeTrustedMore(taken);
        }
    }

    private void readSignatures(List<String[]> lines, Path kept, int manifests) {
        int offset = manifests;
        SortedMap<String, Digest> libraries = new TreeMap<>();
        SortedMap<String, Integer> modules = new TreeMap<>();
        List<Warning> warnings = new ArrayList<>();
        for (String[] fields : lines) {
            switch (fields[0]) {
                case "library" -> libraries.put(fields[2], Digest.parse(fields[1]));
                case "module" -> modules.put(fields[2], Integer.valueOf(fields[1]));
                case "warning" ->
                    warnings.add(new Warning(Warning.Kind.valueOf(fields[1]), fields[2], fields[3], fields[4]));
                case "signature" -> {
                    Start start = new Start(
                            fields[3], new TreeSet<>(Arrays.asList(fields).subList(4, fields.length)));
                    Digest digest = Digest.parse(fields[1]);
                    int from = offset;
                    int length = Integer.parseInt(fields[2]);
                    signatures.put(
                            start,
                            new CodeSignature(
                                    digest,
                                    libraries,
                                    modules,
                                    warnings,
                                    () -> manifest(kept, from, length, digest)
                                            .orElseGet(() -> anew.apply(start).manifest()),
                                    () -> anew.apply(start).origins()));
                    offset += length;
                    libraries.clear();
                    modules.clear();
                    warnings.clear();
                }
                default -> {
                    // About the world.
                }
            }
        }
    }

    /// Most runs ask for none. One that another process has replaced meanwhile is as good as absent.
    private static Optional<String> manifest(Path kept, int from, int length, Digest digest) {
        try (FileChannel file = FileChannel.open(kept)) {
            ByteBuffer part = ByteBuffer.allocate(length);
            while (part.hasRemaining() && file.read(part, from + part.position()) >= 0) {
                // A read may give less than was asked for.
            }
            return part.hasRemaining() || !Digest.of(part.array()).equals(digest)
                    ? Optional.empty()
                    : Optional.of(new String(part.array(), StandardCharsets.UTF_8));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    Optional<CodeSignature> find(Start start) {
        return Optional.ofNullable(signatures.get(start));
    }

    void add(Start start, CodeSignature signature) {
        signatures.put(start, signature);
        hasNews = true;
    }

    /// Writes all that is known, if there is news. A failure is no failure: the next process learns it again.
    ///
    /// @param contents the digests of the class files that were read, by the classes' names
    void write(ClassPath path, Function<String, Optional<Digest>> contents) {
        if (file.isPresent() && hasNews) {
            try {
                World now = world.seenAgain(taken);
                now.add(path, contents, taken);
                write(file.get(), now);
            } catch (IOException | UncheckedIOException e) {
                // A full disk, a read-only folder, a class file that is gone: nothing is kept, and nothing is wrong.
                return;
            }
        }
    }

    private void write(Path target, World now) throws IOException {
        StringBuilder head = new StringBuilder();
        StringBuilder manifests = new StringBuilder();
        WorldText.write(now, head);
        signatures.forEach((start, signature) -> {
            String manifest = signature.manifest();
            write(start, signature, manifest.getBytes(StandardCharsets.UTF_8).length, head);
            manifests.append(manifest);
        });
        byte[] headBytes = head.toString().getBytes(StandardCharsets.UTF_8);
        String first = HEADER + "\t" + headBytes.length + "\t" + checkSum(headBytes) + "\n";
        KeptFile.write(target, first + head + manifests);
    }

    private static void write(Start start, CodeSignature signature, int length, StringBuilder head) {
        signature.libraries().forEach((name, digest) -> WorldText.line(head, "library", digest.hex(), name));
        signature.modules().forEach((name, version) -> WorldText.line(head, "module", Integer.toString(version), name));
        for (Warning warning : signature.warnings()) {
            WorldText.line(head, "warning", warning.kind().name(), warning.call(), warning.method(), warning.where());
        }
        List<String> fields =
                new ArrayList<>(List.of("signature", signature.digest().hex(), Integer.toString(length), start.task()));
        fields.addAll(start.held());
        WorldText.line(head, fields.toArray(String[]::new));
    }
}
