import dev.wadachi.task.*;
import java.util.*;

// holds Sales
record Sales(String file) implements Task<String> {
    public String run(Context in) {
        return file;
    }

    static final int UNUSED = 1;
}

record Train(Task<String> sales) implements Task<Object> {
    public Object run(Context in) throws Exception {
        return sales.run(in);
    }
}
