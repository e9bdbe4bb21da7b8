package dev.wadachi.cli.project;

import dev.wadachi.cli.project.ConfigurationReader.Layer;
import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a `wadachi.toml` with the files that it extends: a team's settings, each pinned by the digest of its bytes, so
/// that nobody else's edit changes what a project does before the project says so.
final class Extension {

    /// More levels than this are a mistake.
    private static final int DEEPEST = 8;

    private static final String PREFIX = "sha256:";

    private Extension() {}

    /// What the file says, over what the file that it extends says, and so on.
    ///
    /// @throws ProjectProblem with every line that is wrong, or with the digest to write down
    static Configuration chain(Path file, Map<String, String> environment) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Configuration.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        List<String> chain = new ArrayList<>(List.of(file.toString()));
        Layer layer = read(file.toString(), bytes, environment);
        Configuration all = layer.said();
        while (!layer.extension().isEmpty()) {
            String from = chain.getLast();
            String next = location(from, layer.extension());
            if (chain.contains(next) || chain.size() > DEEPEST) {
                throw new ProjectProblem("the files that " + file + " extends lead around, or more than " + DEEPEST
                        + " levels deep:\n  " + String.join("\n  ", chain) + "\n  " + next);
            }
            chain.add(next);
            layer = read(next, pinned(from, next, layer.extension(), environment), environment);
            all = all.over(asBase(layer.said(), next, file));
        }
        return all;
    }

    private static Layer read(String name, byte[] bytes, Map<String, String> environment) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return ConfigurationReader.read(name, text, environment);
        } catch (CharacterCodingException e) {
            throw new ProjectProblem(name + " is not UTF-8: save it as UTF-8");
        }
    }

    /// A team gives a name for each of its projects, not one for all of them.
    private static Configuration asBase(Configuration said, String name, Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .map(Path::getFileName)
                .orElse(Path.of("root"));
        said.project().filter(project -> !project.contains("{folder}")).ifPresent(project -> {
            throw new ProjectProblem(name + " calls every project that extends it " + project
                    + ": write {folder} where the name of the project's folder is to stand, such as \"team-{folder}\"");
        });
        return new Configuration(
                said.project().map(project -> project.replace("{folder}", folder.toString())),
                said.store(),
                said.sources(),
                said.remote(),
                said.resources(),
                said.receivers(),
                said.secrets(),
                said.profiles(),
                said.origins());
    }

    private static String location(String from, Map<String, String> extension) {
        String said = extension.getOrDefault("file", "");
        if (said.isBlank()) {
            throw new ProjectProblem(
                    from + " has a table [extends] without file: write file = \"../team/wadachi.toml\","
                            + " or an address with https://");
        }
        if (said.contains("://")) {
            if (!said.startsWith("https://")) {
                throw new ProjectProblem(from + " extends " + said + ": only files and https:// can be extended");
            }
            return said;
        }
        if (from.startsWith("https://")) {
            throw new ProjectProblem(
                    from + " extends the file " + said + ": what is fetched can only extend an https://");
        }
        return Path.of(from).resolveSibling(said).normalize().toString();
    }

    private static byte[] pinned(
            String from, String location, Map<String, String> extension, Map<String, String> environment) {
        String said = extension.getOrDefault("digest", "");
        Optional<Digest> pin = said.isBlank() ? Optional.empty() : Optional.of(digest(from, said));
        byte[] bytes = location.startsWith("https://")
                ? new FetchedSettings(Stores.cache(environment)).of(location, pin)
                : bytes(from, location);
        Digest found = Digest.of(bytes);
        if (pin.isEmpty()) {
            throw new ProjectProblem(
                    from + " extends " + location + " without its digest: look at it, then write\n  " + line(found));
        }
        if (!pin.get().equals(found)) {
            throw new ProjectProblem(location + " is not what " + from + " extends: it has changed since "
                    + "its digest was written down. Look at the changes, then write\n  " + line(found));
        }
        return bytes;
    }

    private static byte[] bytes(String from, String location) {
        try {
            return Files.readAllBytes(Path.of(location));
        } catch (NoSuchFileException e) {
            throw new ProjectProblem(from + " extends " + location + ", but there is no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + location, e);
        }
    }

    private static Digest digest(String from, String said) {
        try {
            return Digest.parse(said.startsWith(PREFIX) ? said.substring(PREFIX.length()) : said);
        } catch (IllegalArgumentException e) {
            throw new ProjectProblem(from + " says digest = \"" + said
                    + "\" below [extends], which is no SHA-256: leave it out, and the message says which to write");
        }
    }

    private static String line(Digest digest) {
        return "digest = \"" + PREFIX + digest.hex() + "\"";
    }
}
