import dev.wadachi.task.*;
import java.util.*;

// holds Sales
record Sales(String file) implements Task<String> {
    public String run(Context in) {
        return file;
    }

    @Override
    public int hashCode() {
        return 2;
    }
}

record Train(Task<String> sales) implements Task<Object> {
    public Object run(Context in) throws Exception {
        return Objects.hashCode(sales);
    }
}
