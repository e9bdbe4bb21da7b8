package dev.wadachi.remote;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.opendal.OpenDALException;

/// What OpenDAL's exceptions mean here, in words for people; what the server said comes last.
///
/// OpenDAL's code alone does not tell a server's error 500 from a lasting one, but its text does. Of the text only the
/// server's own words, the status and the cause go into messages: the rest is for those who debug OpenDAL.
final class BucketTrouble {

    private static final Pattern STATUS = Pattern.compile("response: Parts \\{ status: (\\d{3})");
    private static final Pattern SERVER = Pattern.compile("code: \"([^\"]*)\", message: \"([^\"]*)\"");

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
            case PermissionDenied,
                    ConfigInvalid,
                    Unsupported,
                    IsADirectory,
                    NotADirectory,
                    IsSameFile,
                    RangeNotSatisfied -> new Denied(text(e, location));
        };
    }

    private static boolean isTemporary(OpenDALException e) {
        return headline(e).contains("(temporary)");
    }

    /// What happened, on one line.
    static String text(OpenDALException e, String location) {
        return location + " " + words(e) + " (it said: " + said(e) + status(e)
                + cause(e).map(cause -> "; " + cause).orElse("") + ")";
    }

    private static String words(OpenDALException e) {
        return switch (e.getCode()) {
            case ConfigInvalid -> "cannot be used; is there such a bucket, and are endpoint and region right?";
            case PermissionDenied -> "does not allow it; are there credentials, and do they allow it?";
            case RateLimited -> "asks for fewer requests at once";
            case Unexpected -> "gave no usable answer";
            case NotFound,
                    ConditionNotMatch,
                    AlreadyExists,
                    Unsupported,
                    IsADirectory,
                    NotADirectory,
                    IsSameFile,
                    RangeNotSatisfied -> "cannot do what a store needs";
        };
    }

    /// The server's own code and message, else what OpenDAL says after its own code.
    private static String said(OpenDALException e) {
        String headline = headline(e);
        Matcher server = SERVER.matcher(headline);
        if (server.find()) {
            return server.group(1) + (server.group(2).isEmpty() ? "" : ", " + server.group(2));
        }
        int arrow = headline.indexOf(" => ");
        return arrow < 0 ? headline : headline.substring(arrow + " => ".length());
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
