# Writes oracle.json: what R says, each value with the call that gave it. The tests read the file and need no R.
#   cd test/report/statistics/oracle && Rscript oracle.R | npx prettier --parser json > oracle.json
# Only packages that come with R (stats). Warnings about small counts are R's advice and change no value.
options(warn = -1)

exact <- function(x, digits = 17) paste0("[", paste(sprintf(paste0("%.", digits, "g"), x), collapse = ", "), "]")
groups <- list()

# Evaluates the text of a call; keeps it beside what it gave and beside the input as our functions take it.
ask <- function(group, input, call) {
  value <- as.numeric(eval(parse(text = call)))
  if (any(!is.finite(value))) stop(call)
  case <- sprintf('{ "input": %s, "call": "%s", "value": %s }', exact(input, 15), gsub('"', "'", call, fixed = TRUE), exact(value))
  groups[[group]] <<- c(groups[[group]], case)
}
n <- function(x) vapply(x, function(one) format(one, digits = 15, scientific = FALSE, trim = TRUE), "")

# Distributions: [argument, degrees]
for (z in c(0, 1e-9, 0.1, 0.674, 1, 1.96, 2.5758, 3, 5, 8, 12, 20, 37))
  ask("normalTails", c(z), sprintf("2 * pnorm(-%s)", n(z)))
for (p in c(1e-10, 1e-6, 0.0005, 0.025, 0.2, 0.5, 0.8, 0.9, 0.975, 0.995, 0.9999, 0.9999995))
  ask("normalQuantile", c(p), sprintf("qnorm(%s)", n(p)))
for (df in c(1, 2, 3, 6, 20, 63)) for (x in c(1e-9, 0.001, 0.5, 1, 3.84, 10.83, 30, 100, 500, 1400))
  ask("chiSquaredTail", c(x, df), sprintf("pchisq(%s, df = %s, lower.tail = FALSE)", n(x), n(df)))
for (df in c(1, 1.5, 2.2, 3.4, 5, 10, 31.7, 99.9, 250.5, 1234.56, 54321.9, 1e6))
  for (t in c(0.01, 0.5, 1, 1.96, 3, 5, 8, 12, 30))
    ask("studentTails", c(t, df), sprintf("2 * pt(-%s, df = %s)", n(t), n(df)))
for (df in c(1, 1.5, 2.2, 3.4, 5, 10, 31.7, 99.9, 250.5, 1234.56, 54321.9, 1e6))
  for (alpha in c(0.5, 0.2, 0.05, 0.0167, 0.001, 1e-6))
    ask("studentReach", c(alpha, df), sprintf("qt(%s / 2, df = %s, lower.tail = FALSE)", n(alpha), n(df)))

# One rate: [units, conversions, level]
for (level in c(0.95, 0.99)) for (arm in list(
  c(1, 0), c(1, 1), c(10, 0), c(10, 10), c(10, 1), c(10, 3), c(100, 50), c(1000, 1), c(1000, 999), c(1040, 312),
  c(100000, 0), c(100000, 100000), c(1000000, 123456), c(1000000000, 299999999)
)) ask("rate", c(arm, level), sprintf("prop.test(%s, %s, conf.level = %s, correct = FALSE)$conf.int", n(arm[2]), n(arm[1]), n(level)))

# Two rates: [control units, control conversions, variant units, variant conversions]
pairs <- list(
  c(10, 3, 10, 5), c(10, 0, 10, 1), c(10, 10, 12, 9), c(1, 0, 1, 1), c(2, 1, 3, 1), c(50, 1, 50, 9), c(1000, 0, 1000, 6),
  c(1000, 1000, 1000, 990), c(520, 156, 498, 171), c(5000, 1500, 5000, 1650), c(40000, 12000, 40000, 12372),
  c(100, 30, 9900, 3069), c(1000000, 300000, 1000000, 301000), c(1000000, 20, 1000000, 45),
  c(500000000, 150000000, 500000000, 150040000), c(3000, 2990, 3000, 2998), c(7000, 2100, 7000, 2100)
)
for (p in pairs) {
  call <- sprintf("prop.test(c(%s, %s), c(%s, %s), correct = FALSE)", n(p[4]), n(p[2]), n(p[3]), n(p[1]))
  if (any(p[c(2, 4)] > 0 & p[c(2, 4)] < p[c(1, 3)])) ask("difference", p, paste0(call, "$conf.int"))
  ask("differenceP", p, paste0(call, "$p.value"))
}

# Relative lift: the log-binomial model fitted by R, whose coefficient is the log ratio. Katz's interval is its Wald interval.
ratio <- function(p) {
  fit <- glm(cbind(c(p[2], p[4]), c(p[1] - p[2], p[3] - p[4])) ~ c(0, 1), family = binomial(link = "log"),
    start = log(c(p[2] / p[1], (p[4] / p[3]) / (p[2] / p[1]))), control = glm.control(epsilon = 1e-15, maxit = 100))
  exp(c(coef(fit)[2], confint.default(fit)[2, ])) - 1
}
for (p in pairs) if (all(p[c(2, 4)] > 0) && all(p[c(1, 3)] - p[c(2, 4)] > 0))
  ask("lift", p, sprintf("ratio(c(%s))", paste(n(p), collapse = ", ")))

# The confidence sequence, written down from the paper (arXiv 2103.06476v7: equations 9 and 161); the p-value
# by searching for the alpha whose sequence ends at zero.
rho2 <- function(tuning) (-2 * log(0.05) + log(-2 * log(0.05) + 1)) / tuning
boundary <- function(t, sigma, rho2, alpha)
  sigma * sqrt(2 * (t * rho2 + 1) / (t^2 * rho2) * log(sqrt(t * rho2 + 1) / alpha))
sequence_of <- function(p, alpha, tuning) {
  a <- p[2] / p[1]; b <- p[4] / p[3]; t <- p[1] + p[3]
  sigma <- sqrt(t * (a * (1 - a) / p[1] + b * (1 - b) / p[3]))
  b - a + c(-1, 1) * boundary(t, sigma, rho2(tuning), alpha)
}
sequence_lift <- function(p, alpha, tuning) {
  a <- p[2] / p[1]; b <- p[4] / p[3]; t <- p[1] + p[3]
  sigma <- sqrt(t * ((1 - a) / (a * p[1]) + (1 - b) / (b * p[3])))
  exp(log(b / a) + c(-1, 1) * boundary(t, sigma, rho2(tuning), alpha)) - 1
}
sequence_p <- function(p, tuning) {
  ends_at_zero <- function(log_alpha) {
    ends <- sequence_of(p, exp(log_alpha), tuning)
    if (p[4] / p[3] > p[2] / p[1]) ends[1] else -ends[2]
  }
  if (ends_at_zero(0) <= 0) return(1)
  exp(uniroot(ends_at_zero, c(-600, 0), tol = 1e-14)$root)
}
for (p in pairs) if (all(p[c(2, 4)] >= 10) && all(p[c(1, 3)] - p[c(2, 4)] >= 10)) for (tuning in c(5000, 80000)) {
  text <- sprintf("c(%s)", paste(n(p), collapse = ", "))
  ask("sequence", c(p, tuning), sprintf("sequence_of(%s, 0.05, %s)", text, n(tuning)))
  ask("sequenceLift", c(p, tuning), sprintf("sequence_lift(%s, 0.05, %s)", text, n(tuning)))
  ask("sequenceP", c(p, tuning), sprintf("sequence_p(%s, %s)", text, n(tuning)))
}

# Sample ratio: half units, half weights
for (split in list(
  c(10, 12, 0.5, 0.5), c(5000, 5150, 0.5, 0.5), c(5000, 5400, 0.5, 0.5), c(1000, 8800, 0.1, 0.9), c(0, 60, 0.5, 0.5),
  c(50000000, 50020000, 0.5, 0.5), c(7, 7, 0.5, 0.5), c(333, 350, 317, 0.25, 0.5, 0.25), c(400, 380, 410, 395, 0.25, 0.25, 0.25, 0.25)
)) {
  half <- length(split) / 2
  call <- sprintf("chisq.test(c(%s), p = c(%s))", paste(n(split[1:half]), collapse = ", "), paste(n(split[-(1:half)]), collapse = ", "))
  ask("sampleRatio", split, sprintf("with(%s, c(statistic, p.value))", call))
}

# Holm
for (p in list(c(0.03), c(0.04, 0.01), c(0.01, 0.02, 0.03), c(0.05, 0.001, 0.6, 0.02), c(1, 0, 0.5), c(0.2, 0.2, 0.2), c(0.01, 0.04, 0.03, 0.005, 0.2)))
  ask("holm", p, sprintf("p.adjust(c(%s), method = 'holm')", paste(n(p), collapse = ", ")))

# Money: [control units, variant units, amount, how often in the control, how often in the variant, amount, …]; the others paid 0
paid <- function(m, arm) {
  triples <- matrix(m[-(1:2)], nrow = 3)
  x <- rep(triples[1, ], times = triples[1 + arm, ])
  c(x, rep(0, m[arm] - length(x)))
}
for (m in list(
  c(5, 6, 100, 1, 0, 200, 1, 1, 300, 1, 1, 400, 0, 1), c(2, 2, 100, 1, 0, 250, 0, 1), c(3, 2, 500, 3, 0, 700, 0, 1),
  c(1000, 1040, 4900, 60, 75, 9900, 40, 31, 118800, 2, 1), c(20000, 20000, 1900, 5000, 5200, 19000, 900, 880, -1900, 12, 9),
  c(400000, 300000, 2500, 120000, 93000, 30000, 8000, 6100), c(50, 5000, 999, 25, 2400)
)) {
  call <- sprintf("{ m <- c(%s); t.test(paid(m, 2), paid(m, 1)) }", paste(n(m), collapse = ", "))
  ask("money", m, sprintf("with(%s, c(conf.int, p.value, parameter))", call))
}

# Plans: [base rate, lift, power, alpha]
goals <- list(
  c(0.3, 0.031, 0.8, 0.05), c(0.3, -0.031, 0.8, 0.05), c(0.02, 0.031, 0.8, 0.05), c(0.05, 0.1, 0.9, 0.05), c(0.5, 0.02, 0.8, 0.01),
  c(0.9, 0.05, 0.8, 0.05), c(0.001, 0.5, 0.95, 0.001), c(0.3, 1, 0.8, 0.05), c(0.3, 0.031, 0.8, 0.025), c(0.6, 0.031, 0.5, 0.05), c(0.1, 0.001, 0.8, 0.05)
)
for (g in goals) ask("plan", g, sprintf(
  "power.prop.test(p1 = %s, p2 = %s * (1 + %s), power = %s, sig.level = %s, tol = 1e-9)$n", n(g[1]), n(g[1]), n(g[2]), n(g[3]), n(g[4])))

# Plans for the always-valid test: the units at which the sequence's boundary leaves that power, rounded up
plan_anytime <- function(g, tuning) {
  a <- g[1]; b <- g[1] * (1 + g[2])
  short <- function(log_n) {
    t <- 2 * exp(log_n)
    error <- sqrt((a * (1 - a) + b * (1 - b)) / exp(log_n))
    abs(b - a) / error - boundary(t, sqrt(t), rho2(tuning), g[4]) - qnorm(g[3])
  }
  ceiling(exp(uniroot(short, c(log(2), log(1e12)), tol = 1e-14)$root))
}
for (g in goals) for (tuning in c(5000, 80000))
  ask("planAnytime", c(g, tuning), sprintf("plan_anytime(c(%s), %s)", paste(n(g), collapse = ", "), n(tuning)))

body <- vapply(names(groups), function(name) sprintf('  "%s": [\n    %s\n  ]', name, paste(groups[[name]], collapse = ",\n    ")), "")
cat(sprintf('{\n  "made": "%s",\n%s\n}\n', R.version.string, paste(body, collapse = ",\n")))
