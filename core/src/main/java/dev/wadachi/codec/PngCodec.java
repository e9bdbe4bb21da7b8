package dev.wadachi.codec;

import dev.wadachi.task.Codec;
import dev.wadachi.task.Encoded;
import dev.wadachi.task.Scratch;
import dev.wadachi.task.Stored;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Images as PNG. Pixels, depth and transparency are kept; how the pixels lay in memory is not.
record PngCodec() implements Codec<BufferedImage> {

    @Override
    public Class<BufferedImage> type() {
        return BufferedImage.class;
    }

    @Override
    public String id() {
        return "png";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Encoded encode(BufferedImage value, Scratch scratch) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(value, "png", out)) {
                throw new IllegalArgumentException("PNG cannot hold an image of " + value.getColorModel()
                        + "; draw it into a BufferedImage of TYPE_INT_ARGB first.");
            }
        }
        return new Encoded.Bytes(bytes.toByteArray());
    }

    @Override
    public BufferedImage decode(Stored stored) throws IOException {
        // The stream lies in memory, and ImageIO closes it.
        BufferedImage image =
                ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(Whole.bytes(stored, id()))));
        if (image == null) {
            throw new IOException("The stored bytes are no PNG image.");
        }
        return image;
    }
}
