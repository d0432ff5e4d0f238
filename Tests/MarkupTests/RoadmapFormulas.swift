/// Formulas of the subjects that the roadmap teaches, as lessons would write them.
enum RoadmapFormulas {
  static let all: [(name: String, latex: String)] = [
    // Foundations
    ("linear-model", #"\hat{y} = \mathbf{w}^\top \mathbf{x} + b"#),
    ("mean-squared-error", #"L(w, b) = \frac{1}{n} \sum_{i=1}^{n} (w x_i + b - y_i)^2"#),
    ("normal-equations", #"\hat{\mathbf{w}} = (X^\top X)^{-1} X^\top \mathbf{y}"#),
    ("ridge", #"\min_{\mathbf{w}} \|X\mathbf{w} - \mathbf{y}\|_2^2 + \lambda \|\mathbf{w}\|_2^2"#),
    ("gradient-step", #"\theta_{t+1} = \theta_t - \eta \, \nabla_\theta L(\theta_t)"#),
    ("directional-derivative", #"D_v f(x) = \lim_{h \to 0} \frac{f(x + hv) - f(x)}{h}"#),
    ("central-difference", #"f'(x) \approx \frac{f(x + h) - f(x - h)}{2h}"#),
    (
      "chain-rule",
      #"\frac{\partial L}{\partial w_{ij}} = \frac{\partial L}{\partial y_i} \cdot \frac{\partial y_i}{\partial w_{ij}}"#
    ),
    (
      "jacobian",
      #"J = \begin{bmatrix} \frac{\partial f_1}{\partial x_1} & \cdots & \frac{\partial f_1}{\partial x_n} \\ \vdots & \ddots & \vdots \\ \frac{\partial f_m}{\partial x_1} & \cdots & \frac{\partial f_m}{\partial x_n} \end{bmatrix}"#
    ),
    ("sigmoid", #"\sigma(z) = \frac{1}{1 + e^{-z}}, \quad \sigma'(z) = \sigma(z)(1 - \sigma(z))"#),
    (
      "cross-entropy",
      #"L = -\frac{1}{n} \sum_{i=1}^{n} \left[ y_i \log \hat{p}_i + (1 - y_i) \log(1 - \hat{p}_i) \right]"#
    ),
    ("softmax", #"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{k} e^{z_j}}"#),
    ("log-sum-exp", #"\log \sum_{i} e^{z_i} = m + \log \sum_{i} e^{z_i - m}, \quad m = \max_i z_i"#),
    (
      "relu", #"\mathrm{ReLU}(x) = \max(0, x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#
    ),
    (
      "gelu", #"\mathrm{GELU}(x) = x \, \Phi(x) = \frac{x}{2} \left( 1 + \operatorname{erf} \frac{x}{\sqrt{2}} \right)"#
    ),
    // Optimisers
    (
      "momentum",
      #"\begin{aligned} v_{t+1} &= \beta v_t + g_t \\ \theta_{t+1} &= \theta_t - \eta v_{t+1} \end{aligned}"#
    ),
    (
      "adam",
      #"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1 - \beta_1) g_t \\ v_t &= \beta_2 v_{t-1} + (1 - \beta_2) g_t^2 \\ \hat{m}_t &= \frac{m_t}{1 - \beta_1^t}, \quad \hat{v}_t = \frac{v_t}{1 - \beta_2^t} \\ \theta_t &= \theta_{t-1} - \eta \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon} \end{aligned}"#
    ),
    (
      "cosine-schedule",
      #"\eta_t = \eta_{\min} + \frac{1}{2} (\eta_{\max} - \eta_{\min}) \left( 1 + \cos \frac{\pi t}{T} \right)"#
    ),
    ("newton-step", #"x_{k+1} = x_k - [\nabla^2 f(x_k)]^{-1} \nabla f(x_k)"#),
    // Classic models
    ("bayes", #"P(A \mid B) = \frac{P(B \mid A) \, P(A)}{P(B)}"#),
    ("naive-bayes", #"\hat{c} = \operatorname*{arg\,max}_{c} \; \log P(c) + \sum_{j=1}^{d} \log P(x_j \mid c)"#),
    (
      "gaussian",
      #"\mathcal{N}(x \mid \mu, \sigma^2) = \frac{1}{\sqrt{2\pi\sigma^2}} \exp\left( -\frac{(x - \mu)^2}{2\sigma^2} \right)"#
    ),
    (
      "multivariate-gaussian",
      #"p(\mathbf{x}) = \frac{1}{(2\pi)^{d/2} |\Sigma|^{1/2}} \exp\left( -\frac{1}{2} (\mathbf{x} - \boldsymbol{\mu})^\top \Sigma^{-1} (\mathbf{x} - \boldsymbol{\mu}) \right)"#
    ),
    (
      "svm-primal",
      #"\min_{\mathbf{w}, b} \frac{1}{2} \|\mathbf{w}\|^2 + C \sum_{i=1}^{n} \xi_i \quad \text{s.t. } y_i (\mathbf{w}^\top \mathbf{x}_i + b) \ge 1 - \xi_i"#
    ),
    (
      "svm-dual",
      #"\max_{\alpha} \sum_{i=1}^{n} \alpha_i - \frac{1}{2} \sum_{i=1}^{n} \sum_{j=1}^{n} \alpha_i \alpha_j y_i y_j K(x_i, x_j), \quad 0 \le \alpha_i \le C"#
    ),
    ("rbf-kernel", #"K(x, x') = \exp\left( -\gamma \|x - x'\|^2 \right)"#),
    ("gini", #"G = 1 - \sum_{k=1}^{K} p_k^2"#),
    ("information-gain", #"\mathrm{IG}(S, A) = H(S) - \sum_{v \in \mathrm{values}(A)} \frac{|S_v|}{|S|} H(S_v)"#),
    (
      "xgboost-split",
      #"\text{gain} = \frac{1}{2} \left[ \frac{G_L^2}{H_L + \lambda} + \frac{G_R^2}{H_R + \lambda} - \frac{(G_L + G_R)^2}{H_L + H_R + \lambda} \right] - \gamma"#
    ),
    ("k-means", #"J = \sum_{k=1}^{K} \sum_{x \in C_k} \|x - \mu_k\|^2"#),
    (
      "em",
      #"\begin{aligned} \gamma_{ik} &= \frac{\pi_k \, \mathcal{N}(x_i \mid \mu_k, \Sigma_k)}{\sum_{j} \pi_j \, \mathcal{N}(x_i \mid \mu_j, \Sigma_j)} \\ \mu_k &= \frac{\sum_i \gamma_{ik} x_i}{\sum_i \gamma_{ik}} \end{aligned}"#
    ),
    ("svd", #"X = U \Sigma V^\top = \sum_{i=1}^{r} \sigma_i \mathbf{u}_i \mathbf{v}_i^\top"#),
    ("eigen", #"\det(A - \lambda I) = \begin{vmatrix} a - \lambda & b \\ c & d - \lambda \end{vmatrix} = 0"#),
    ("rotation", #"R(\theta) = \begin{pmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{pmatrix}"#),
    ("f1", #"F_1 = 2 \cdot \frac{\text{precision} \cdot \text{recall}}{\text{precision} + \text{recall}}"#),
    (
      "bias-variance",
      #"\mathbb{E}\left[(y - \hat{f}(x))^2\right] = \underbrace{\left(f - \mathbb{E}[\hat{f}]\right)^2}_{\text{偏差的平方}} + \underbrace{\operatorname{Var}(\hat{f})}_{\text{方差}} + \sigma^2"#
    ),
    // Networks
    ("convolution", #"(f * k)_{i,j} = \sum_{u=-r}^{r} \sum_{v=-r}^{r} k_{u,v} \, f_{i-u,\,j-v}"#),
    ("output-size", #"o = \left\lfloor \frac{i + 2p - k}{s} \right\rfloor + 1"#),
    ("batch-norm", #"y = \gamma \, \frac{x - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}} + \beta"#),
    (
      "layer-norm",
      #"\mathrm{LN}(x) = \gamma \odot \frac{x - \mu}{\sqrt{\sigma^2 + \epsilon}} + \beta, \quad \mu = \frac{1}{d} \sum_{i=1}^{d} x_i"#
    ),
    ("rms-norm", #"\bar{x}_i = \frac{x_i}{\sqrt{\frac{1}{d} \sum_{j=1}^{d} x_j^2 + \epsilon}} \, g_i"#),
    ("rnn", #"h_t = \tanh(W_{hh} h_{t-1} + W_{xh} x_t + b_h)"#),
    (
      "lstm",
      #"\begin{aligned} i_t &= \sigma(W_i [h_{t-1}, x_t] + b_i) \\ f_t &= \sigma(W_f [h_{t-1}, x_t] + b_f) \\ o_t &= \sigma(W_o [h_{t-1}, x_t] + b_o) \\ \tilde{c}_t &= \tanh(W_c [h_{t-1}, x_t] + b_c) \\ c_t &= f_t \odot c_{t-1} + i_t \odot \tilde{c}_t \\ h_t &= o_t \odot \tanh(c_t) \end{aligned}"#
    ),
    ("gru", #"h_t = (1 - z_t) \odot h_{t-1} + z_t \odot \tilde{h}_t"#),
    ("residual", #"x \xrightarrow{\ F(x)\ } y = F(x) + x"#),
    // Language
    ("attention", #"\mathrm{Attention}(Q, K, V) = \mathrm{softmax}\left( \frac{QK^\top}{\sqrt{d_k}} + M \right) V"#),
    ("multi-head", #"\mathrm{MultiHead}(X) = [\mathrm{head}_1; \ldots; \mathrm{head}_h] W^O"#),
    (
      "positional",
      #"\begin{aligned} PE_{(p, 2i)} &= \sin\left( \frac{p}{10000^{2i/d}} \right) \\ PE_{(p, 2i+1)} &= \cos\left( \frac{p}{10000^{2i/d}} \right) \end{aligned}"#
    ),
    (
      "rope",
      #"\begin{pmatrix} q'_{2i} \\ q'_{2i+1} \end{pmatrix} = \begin{pmatrix} \cos m\theta_i & -\sin m\theta_i \\ \sin m\theta_i & \cos m\theta_i \end{pmatrix} \begin{pmatrix} q_{2i} \\ q_{2i+1} \end{pmatrix}, \quad \theta_i = 10000^{-2i/d}"#
    ),
    ("language-model", #"P(w_1, \ldots, w_T) = \prod_{t=1}^{T} P(w_t \mid w_{<t})"#),
    ("perplexity", #"\mathrm{PPL} = \exp\left( -\frac{1}{T} \sum_{t=1}^{T} \log p_\theta(w_t \mid w_{<t}) \right)"#),
    ("skip-gram", #"P(o \mid c) = \frac{\exp(u_o^\top v_c)}{\sum_{w \in V} \exp(u_w^\top v_c)}"#),
    ("temperature", #"p_i = \frac{\exp(z_i / \tau)}{\sum_j \exp(z_j / \tau)}"#),
    ("swiglu", #"\mathrm{SwiGLU}(x) = (\mathrm{Swish}(xW) \otimes xV) W_2"#),
    ("lora", #"W' = W + \frac{\alpha}{r} BA, \quad B \in \mathbb{R}^{d \times r}, \; A \in \mathbb{R}^{r \times k}"#),
    ("scaling-law", #"L(N, D) = E + \frac{A}{N^\alpha} + \frac{B}{D^\beta}"#),
    (
      "dpo",
      #"\mathcal{L}_{\mathrm{DPO}} = -\mathbb{E}_{(x, y_w, y_l)} \left[ \log \sigma\left( \beta \log \frac{\pi_\theta(y_w \mid x)}{\pi_{\text{ref}}(y_w \mid x)} - \beta \log \frac{\pi_\theta(y_l \mid x)}{\pi_{\text{ref}}(y_l \mid x)} \right) \right]"#
    ),
    // Reinforcement
    ("return", #"G_t = \sum_{k=0}^{\infty} \gamma^k R_{t+k+1}"#),
    (
      "bellman", #"V^\pi(s) = \sum_a \pi(a \mid s) \sum_{s', r} p(s', r \mid s, a) \left[ r + \gamma V^\pi(s') \right]"#
    ),
    ("q-learning", #"Q(s, a) \leftarrow Q(s, a) + \alpha \left[ r + \gamma \max_{a'} Q(s', a') - Q(s, a) \right]"#),
    (
      "policy-gradient",
      #"\nabla_\theta J(\theta) = \mathbb{E}_{\tau \sim \pi_\theta} \left[ \sum_{t=0}^{T} \nabla_\theta \log \pi_\theta(a_t \mid s_t) \, \hat{A}_t \right]"#
    ),
    (
      "gae",
      #"\hat{A}_t^{\mathrm{GAE}(\gamma, \lambda)} = \sum_{l=0}^{\infty} (\gamma\lambda)^l \delta_{t+l}, \quad \delta_t = r_t + \gamma V(s_{t+1}) - V(s_t)"#
    ),
    (
      "ppo",
      #"L = \hat{\mathbb{E}}_t \left[ \min\left( r_t(\theta) \hat{A}_t, \; \operatorname{clip}(r_t(\theta), 1 - \epsilon, 1 + \epsilon) \hat{A}_t \right) \right]"#
    ),
    // Generative
    (
      "elbo",
      #"\log p_\theta(x) \ge \mathbb{E}_{q_\phi(z \mid x)}\left[\log p_\theta(x \mid z)\right] - D_{\mathrm{KL}}\left(q_\phi(z \mid x) \,\|\, p(z)\right)"#
    ),
    (
      "kl-gaussian",
      #"D_{\mathrm{KL}} = -\frac{1}{2} \sum_{j=1}^{J} \left( 1 + \log \sigma_j^2 - \mu_j^2 - \sigma_j^2 \right)"#
    ),
    (
      "gan",
      #"\min_G \max_D \; \mathbb{E}_{x \sim p_{\text{data}}} [\log D(x)] + \mathbb{E}_{z \sim p_z} [\log(1 - D(G(z)))]"#
    ),
    (
      "diffusion",
      #"q(x_t \mid x_0) = \mathcal{N}\left( x_t; \sqrt{\bar{\alpha}_t} \, x_0, (1 - \bar{\alpha}_t) I \right)"#
    ),
    ("score", #"\mathbf{s}_\theta(x, t) \approx \nabla_x \log p_t(x)"#),
    ("expectation", #"\mathbb{E}[f(X)] = \int_{-\infty}^{\infty} f(x) \, p(x) \, dx"#),
    ("entropy-integral", #"h(X) = -\int_{\mathcal{X}} p(x) \ln p(x) \, dx"#),
    (
      "dynamics",
      #"\ddot{x} = -\frac{k}{m} x, \quad \vec{v} = \dot{x}, \quad \overline{v^2} = \frac{1}{T} \int_0^T v^2 \, dt"#
    ),
    ("iou", #"\mathrm{IoU} = \frac{|A \cap B|}{|A \cup B|}"#),
    (
      "contrastive",
      #"\ell_{i,j} = -\log \frac{\exp(\operatorname{sim}(z_i, z_j) / \tau)}{\sum_{k=1}^{2N} \mathbb{1}_{[k \ne i]} \exp(\operatorname{sim}(z_i, z_k) / \tau)}"#
    ),
    ("binomial", #"P(K = k) = \binom{n}{k} p^k (1 - p)^{n - k}"#),
    (
      "graph-convolution",
      #"H^{(l+1)} = \sigma\left( \tilde{D}^{-\frac{1}{2}} \tilde{A} \tilde{D}^{-\frac{1}{2}} H^{(l)} W^{(l)} \right)"#
    ),
    (
      "quantisation",
      #"\hat{x} = s \cdot \left( \operatorname{clamp}\left( \left\lfloor \frac{x}{s} \right\rceil + z, 0, 2^b - 1 \right) - z \right)"#
    ),
  ]
}
