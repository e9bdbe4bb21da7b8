package dev.wadachi.remote;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.opendal.OpenDALException;

/// What OpenDAL's exceptions mean here.
///
/// Its code alone does not tell a server's error 500 from a lasting one, but its text does. Only the first line of the
/// text, and the cause, go into messages: the rest is for those who debug OpenDAL.
final class BucketTrouble {

    private static final Pattern STATUS = Pattern.compile("response: Parts \\{ status: (\\d{3})");

    private BucketTrouble() {}

    /// There is no such object.
    static final class Absent extends IOException {}

    /// There is one already.
    static final class Taken extends IOException {}

    static IOException of(Throwable thrown, String location) {
        if (!(thrown instanceof OpenDALException e)) {
            return new Unreachable(location + ": " + thrown);
        }
        return switch (e.getCode()) {
            case NotFound -> new Absent();
            case ConditionNotMatch, AlreadyExists -> new Taken();
            case RateLimited -> new Unreachable(text(e, location));
            case Unexpected -> isTemporary(e) ? new Unreachable(text(e, location)) : new Denied(text(e, location));
            case PermissionDenied -> new Denied(text(e, location) + "; are there credentials, and do they allow it?");
            case ConfigInvalid ->
                new Denied(text(e, location) + "; is there such a bucket, and are endpoint and region right?");
            case Unsupported, IsADirectory, NotADirectory, IsSameFile, RangeNotSatisfied ->
                new Denied(text(e, location));
        };
    }

    private static boolean isTemporary(OpenDALException e) {
        return headline(e).contains("(temporary)");
    }

    /// What happened, on one line.
    static String text(OpenDALException e, String location) {
        return location + ": " + headline(e) + status(e)
                + cause(e).map(cause -> " (" + cause + ")").orElse("");
    }

    private static String status(OpenDALException e) {
        Matcher status = STATUS.matcher(String.valueOf(e.getMessage()));
        return status.find() ? ", status " + status.group(1) : "";
    }

    private static String headline(OpenDALException e) {
        return lines(e).stream().findFirst().orElse("no reason given");
    }

    private static Optional<String> cause(OpenDALException e) {
        List<String> lines = lines(e);
        int source = lines.indexOf("Source:");
        return source < 0 || source + 1 >= lines.size() ? Optional.empty() : Optional.of(lines.get(source + 1));
    }

    private static List<String> lines(OpenDALException e) {
        return String.valueOf(e.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
