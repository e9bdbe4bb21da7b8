import dev.wadachi.task.*;
import java.util.*;

// holds Sales
record Sales(String file) implements Task<String> {
    public String run(Context in) {
        return file;
    }

    @Override
    public Expectations<String> expects() {
        return text -> text.length() > 1 ? List.of() : List.of(new Violation("a text", text, Violation.Level.REFUSE));
    }
}

record Train(Task<String> sales) implements Task<Object> {
    public Object run(Context in) throws Exception {
        return sales.expects();
    }
}
