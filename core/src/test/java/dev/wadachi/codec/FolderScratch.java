package dev.wadachi.codec;

import dev.wadachi.digest.Digest;
import dev.wadachi.task.Blob;
import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Room in a folder, and what a store does with encoded values, as far as codecs can tell: files move away.
record FolderScratch(Path folder, AtomicInteger names) implements Scratch {

    FolderScratch(Path folder) {
        this(folder, new AtomicInteger());
    }

    @Override
    public Path newFile() {
        return folder.resolve("scratch" + names.incrementAndGet());
    }

    @Override
    public Path newFolder() throws IOException {
        return Files.createDirectory(newFile());
    }

    Stored stored(Encoded encoded) throws IOException {
        return switch (encoded) {
            case Encoded.Bytes(byte[] bytes) -> whole(Files.write(newFile(), bytes));
            case Encoded.InFile(Path file) -> whole(Files.move(file, newFile()));
            case Encoded.Parts parts -> {
                TreeMap<String, Stored> stored = new TreeMap<>();
                for (String name : parts.parts().keySet()) {
                    stored.put(name, stored(parts.parts().get(name)));
                }
                yield new Stored.Parts(stored);
            }
        };
    }

    @SuppressWarnings("unchecked") // the test gives values of the codec's type
    <T> Object roundTrip(Codec<T> codec, Object value) throws IOException {
        return codec.decode(stored(codec.encode((T) value, this)), this);
    }

    @SuppressWarnings("unchecked") // the test gives values of the codec's type
    <T> byte[] bytes(Codec<T> codec, Object value) throws IOException {
        return ((Stored.Whole) stored(codec.encode((T) value, this))).blob().bytes();
    }

    private static Stored whole(Path path) {
        return new Stored.Whole(new FileBlob(path));
    }

    record FileBlob(Path file) implements Blob {
        @Override
        public Digest digest() {
            return Digest.of(bytes());
        }

        @Override
        public long size() {
            return bytes().length;
        }

        @Override
        public byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
