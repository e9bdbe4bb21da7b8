package dev.wadachi.store;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;

/// A log in a file: lines are gathered in memory and handed to the operating system together. Safe for many threads.
final class FileAppender implements Place.Appender {

    private static final int BUFFER = 1 << 16;

    private final FileOutputStream file;
    private final BufferedOutputStream buffer;

    FileAppender(File file) throws IOException {
        this.file = new FileOutputStream(file, true);
        this.buffer = new BufferedOutputStream(this.file, BUFFER);
    }

    @Override
    public synchronized void append(byte[] bytes) throws IOException {
        buffer.write(bytes);
    }

    @Override
    public synchronized void flush() throws IOException {
        buffer.flush();
    }

    @Override
    public synchronized void close() throws IOException {
        buffer.flush();
        if (file.getChannel().isOpen()) {
            file.getFD().sync();
        }
        buffer.close();
    }
}
