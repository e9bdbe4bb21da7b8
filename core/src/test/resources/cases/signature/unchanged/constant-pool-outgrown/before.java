import dev.wadachi.task.*;
import java.util.ArrayList;
import java.util.List;

record Train(int size) implements Task<String> {
    public String run(Context in) {
        return size > 1 ? "a long text" : "another long text";
    }
}
