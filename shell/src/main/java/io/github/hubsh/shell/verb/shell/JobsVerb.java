package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Counts;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists what runs in the background. */
public final class JobsVerb implements Verb {
    static final String NOTHING = "nothing runs in the background";

    private static final Syntax SYNTAX = Syntax.of(VerbName.JOBS, "what runs in the background")
            .example("jobs")
            .detail("A statement that ends with & runs in the background; help jobs.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (JobControl.Entry job : session.memory().jobs().list()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("job", (long) job.number());
            row.put("seconds", job.age().toMillis() / 1000.0);
            row.put("line", job.line());
            rows.add(row);
        }
        if (rows.isEmpty()) {
            session.io().display().say(MessageLevel.NOTE, NOTHING);
        }
        return Outcome.value(rows);
    }

    /** Returns the number that the first operand names, or that of the newest job; 0 if nothing runs. */
    static int number(Arguments arguments, Session session) {
        String typed = arguments.optionalOperand(0);
        if (typed == null) {
            List<JobControl.Entry> jobs = session.memory().jobs().list();
            return jobs.isEmpty() ? 0 : jobs.get(jobs.size() - 1).number();
        }
        int number = Counts.parse(typed);
        if (number == 0) {
            throw ShellException.at(
                    arguments.operandWord(0).place(0), "expected a job's number, found '" + typed + "'");
        }
        return number;
    }

    static ShellException unknown(Arguments arguments, int number) {
        return ShellException.at(arguments.operandWord(0).place(0), "there is no job " + number)
                .hint("jobs lists those that run");
    }
}
