<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>Frames</name>
        <message>
            <source>Pre-op</source>
            <translation>术前</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>最终</translation>
        </message>
        <message>
            <source>Step %1</source>
            <translation>第 %1 步</translation>
        </message>
        <message>
            <source>at the end</source>
            <translation>结束时</translation>
        </message>
        <message>
            <source>after step %1</source>
            <translation>第 %1 步后</translation>
        </message>
        <message>
            <source>not run</source>
            <translation>未运行</translation>
        </message>
        <message>
            <source>change %1 %</source>
            <translation>变化 %1 %</translation>
        </message>
        <message>
            <source>approximate</source>
            <translation>近似</translation>
        </message>
        <message>
            <source>click to decode</source>
            <translation>点击解码</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>精确</translation>
        </message>
        <message>
            <source>decoding…</source>
            <translation>解码中…</translation>
        </message>
        <message>
            <source>%1 % since step %2</source>
            <translation>自第 %2 步起 %1 %</translation>
        </message>
        <message>
            <source>approximate, implant changed by %1 % since step %2</source>
            <translation>近似，假体自第 %2 步起变化 %1 %</translation>
        </message>
        <message>
            <source>exact, implant changed by %1 % since step %2</source>
            <translation>精确，假体自第 %2 步起变化 %1 %</translation>
        </message>
        <message>
            <source>exact; as previewed, the implant changed by %1 % since step %2</source>
            <translation>精确；按预览比较，假体自第 %2 步起变化 %1 %</translation>
        </message>
</context>
    <context>
        <name>Preset</name>
        <message>
            <source>Quick look</source>
            <translation>快速查看</translation>
        </message>
        <message>
            <source>Recommended</source>
            <translation>推荐</translation>
        </message>
        <message>
            <source>High fidelity</source>
            <translation>高保真</translation>
        </message>
        <message>
            <source>Low memory</source>
            <translation>低内存</translation>
        </message>
        <message>
            <source>20 steps: the shape in a fraction of the time, to see whether case and region are right.</source>
            <translation>20 步：用很短的时间看到形状，确认病例和区域是否正确。</translation>
        </message>
        <message>
            <source>Guidance 3 at 50 steps: what fits most cases.</source>
            <translation>引导 3，50 步：适合多数病例。</translation>
        </message>
        <message>
            <source>200 steps and every stage saved: the finest detail, about four times as long.</source>
            <translation>200 步并保存所有阶段：最精细，用时约四倍。</translation>
        </message>
        <message>
            <source>One window at a time and few previews, for computers with little memory. The result is that of the recommended settings.</source>
            <translation>一次一个窗口，少量预览，适合内存较小的计算机。结果与推荐设置相同。</translation>
        </message>
        <message>
            <source>Guidance (CFG)</source>
            <translation>引导 (CFG)</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Save every stage</source>
            <translation>保存所有阶段</translation>
        </message>
        <message>
            <source>Live frames</source>
            <translation>实时帧</translation>
        </message>
        <message>
            <source>Tiled encode and decode</source>
            <translation>分块编码与解码</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>并行块数</translation>
        </message>
        <message>
            <source>Mixed precision</source>
            <translation>混合精度</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Processor threads</source>
            <translation>处理器线程</translation>
        </message>
        <message>
            <source>Source of the noise</source>
            <translation>噪声来源</translation>
        </message>
        <message>
            <source>Frame of the surface</source>
            <translation>表面坐标系</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>未设置</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <translation>%1：%2 → %3</translation>
        </message>
</context>
    <context>
        <name>RequestText</name>
        <message>
            <source>below 0 works against the CT</source>
            <translation>小于 0 会背离 CT</translation>
        </message>
        <message>
            <source>0 ignores the CT</source>
            <translation>0：不参考 CT</translation>
        </message>
        <message>
            <source>1 follows the CT without guidance</source>
            <translation>1：参考 CT，无引导</translation>
        </message>
        <message>
            <source>above 10 distorts; 3 to 7 recommended</source>
            <translation>超过 10 会失真；推荐 3 至 7</translation>
        </message>
        <message>
            <source>3 to 7 recommended, above 10 distorts</source>
            <translation>推荐 3 至 7，超过 10 会失真</translation>
        </message>
        <message numerus="yes">
            <source>CFG %1, %n step(s), seed %2</source>
            <translation>
                <numerusform>CFG %1，%n 步，种子 %2</numerusform>
            </translation>
        </message>
</context>
    <context>
        <name>SliceView</name>
        <message>
            <source>Measure a distance</source>
            <translation>测量距离</translation>
        </message>
        <message>
            <source>Measure an angle</source>
            <translation>测量角度</translation>
        </message>
        <message>
            <source>Remove all measurements</source>
            <translation>删除所有测量</translation>
        </message>
        <message>
            <source>Crosshair</source>
            <translation>十字线</translation>
        </message>
        <message>
            <source>Implant</source>
            <translation>假体</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Axial</source>
            <translation>横断面</translation>
        </message>
        <message>
            <source>Coronal</source>
            <translation>冠状面</translation>
        </message>
        <message>
            <source>Sagittal</source>
            <translation>矢状面</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>骨</translation>
        </message>
        <message>
            <source>Soft tissue</source>
            <translation>软组织</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>金属</translation>
        </message>
        <message>
            <source>Copy the picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Reset the view</source>
            <translation>重置视图</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 mm</translation>
        </message>
</context>
    <context>
        <name>Viewport</name>
        <message>
            <source>No 3-D view on this machine</source>
            <translation>本机无法显示三维视图</translation>
        </message>
        <message>
            <source>Slices, generation and export work as usual.</source>
            <translation>切片、生成和导出照常工作。</translation>
        </message>
        <message>
            <source>OpenGL is switched off.</source>
            <translation>OpenGL 已关闭。</translation>
        </message>
        <message>
            <source>This display has no OpenGL.</source>
            <translation>此显示环境没有 OpenGL。</translation>
        </message>
        <message>
            <source>The graphics driver offers no OpenGL.</source>
            <translation>显卡驱动不提供 OpenGL。</translation>
        </message>
        <message>
            <source>The graphics driver offers OpenGL %1.%2, and 3.2 is needed.</source>
            <translation>显卡驱动提供 OpenGL %1.%2，需要 3.2。</translation>
        </message>
</context>
    <context>
        <name>Wording</name>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 分 %2 秒</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 小时 %2 分</translation>
        </message>
        <message>
            <source>%1, %2° oblique</source>
            <translation>%1，倾斜 %2°</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
        <message>
            <source>%1 GB</source>
            <translation>%1 GB</translation>
        </message>
        <message>
            <source>Reading the CT</source>
            <translation>读取 CT</translation>
        </message>
        <message>
            <source>Loading the model</source>
            <translation>加载模型</translation>
        </message>
        <message>
            <source>Preparing</source>
            <translation>准备</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Denoising</source>
            <translation>去噪</translation>
        </message>
        <message>
            <source>Decoding</source>
            <translation>解码</translation>
        </message>
        <message>
            <source>Fusing</source>
            <translation>融合</translation>
        </message>
        <message>
            <source>Extracting the surface</source>
            <translation>提取表面</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Guidance above 10 distorts the implant; 3 to 7 is recommended.</source>
            <translation>引导超过 10 会使假体失真；推荐 3 至 7。</translation>
        </message>
        <message>
            <source>These settings gave this result before; it was found on disk.</source>
            <translation>相同设置的结果已在磁盘上找到。</translation>
        </message>
        <message>
            <source>The field has no surface: no implant was generated, and the STL is empty.</source>
            <translation>距离场没有表面：未生成假体，STL 为空。</translation>
        </message>
        <message>
            <source>The surface has faults a printer would not accept.</source>
            <translation>表面存在打印机无法接受的缺陷。</translation>
        </message>
        <message>
            <source>An interrupted run of these settings had finished denoising; it went on from there.</source>
            <translation>相同设置的一次中断运行已完成去噪，已从该处继续。</translation>
        </message>
        <message>
            <source>A demo model: for trying the program. Everything it makes is marked DEMO.</source>
            <translation>示例模型：用于试用程序。其所有结果都标有 DEMO。</translation>
        </message>
        <message>
            <source>Memory ran out. What was kept for later was given back, and the work is tried again.</source>
            <translation>内存耗尽。已释放缓存，正在重试。</translation>
        </message>
        <message>
            <source>The memory of the device ran out. It goes on with one window at a time.</source>
            <translation>设备内存耗尽。之后每次只处理一个窗口。</translation>
        </message>
        <message>
            <source>The memory of the device ran out. The processor computes from here on, which takes longer.</source>
            <translation>设备内存耗尽。之后改由处理器计算，用时更长。</translation>
        </message>
        <message>
            <source>Memory ran out for a preview. The run goes on without previews; close other programs to see them next time.</source>
            <translation>预览时内存耗尽。运行将继续，但不再显示预览；下次请关闭其他程序以查看预览。</translation>
        </message>
        <message>
            <source>Memory ran out for a stage. The stages are decoded once the denoising is saved; should the run end there, continue it: only decoding is left.</source>
            <translation>解码某一阶段时内存耗尽。各阶段将在去噪结果保存后再解码；若运行在此处结束，请继续该运行：只需解码。</translation>
        </message>
        <message>
            <source>An interrupted run of these settings had done part of the denoising; it went on from there.</source>
            <translation>相同设置的一次中断运行已完成部分去噪，已从该处继续。</translation>
        </message>
        <message>
            <source>What an interrupted run had kept is damaged or of another request; the denoising was done anew.</source>
            <translation>中断的运行所保留的文件已损坏或属于其他请求；去噪已重新进行。</translation>
        </message>
        <message>
            <source>This processor is no faster with mixed precision, so that the run computes with full precision.</source>
            <translation>此处理器使用混合精度不会更快，因此按全精度计算。</translation>
        </message>
</context>
    <context>
        <name>hipwright::AboutDialog</name>
        <message>
            <source>About Hipwright</source>
            <translation>关于 Hipwright</translation>
        </message>
        <message>
            <source>Proposes a hip implant for a pre-operative CT with a 3-D latent diffusion model.</source>
            <translation>用三维潜在扩散模型，由术前 CT 提出髋关节假体方案。</translation>
        </message>
        <message>
            <source>Research use only. It is not a medical device, and nothing it produces may decide how a patient is treated.</source>
            <translation>仅供研究使用。本软件不是医疗器械，其任何结果均不得用于决定患者的治疗。</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later.</source>
            <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>复制版本信息</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
</context>
    <context>
        <name>hipwright::CasePanel</name>
        <message>
            <source>None yet. Press Generate.</source>
            <translation>尚无。按“生成”开始。</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>侧别</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>间距</translation>
        </message>
        <message>
            <source>Orientation</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Preflight</source>
            <translation>运行前检查</translation>
        </message>
        <message>
            <source>HU and how the model sees it</source>
            <translation>HU 与模型映射</translation>
        </message>
        <message>
            <source>Runs of this case</source>
            <translation>此病例的运行</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>病例</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>It can run; look at the marked lines.</source>
            <translation>可以运行；留意标出的各项。</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>No run is possible before this is solved.</source>
            <translation>解决此问题前无法运行。</translation>
        </message>
        <message>
            <source>Hip and region</source>
            <translation>髋部与区域</translation>
        </message>
        <message>
            <source>Show or hide the HU chart</source>
            <translation>显示或隐藏 HU 图</translation>
        </message>
</context>
    <context>
        <name>hipwright::ChangeTable</name>
        <message>
            <source>Setting</source>
            <translation>设置项</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>After saving</source>
            <translation>保存后</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>改动内容</translation>
        </message>
</context>
    <context>
        <name>hipwright::ExportDialog</name>
        <message>
            <source>Export implant</source>
            <translation>导出假体</translation>
        </message>
        <message>
            <source>Made with the DEMO model</source>
            <translation>使用 DEMO 模型生成</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>体积</translation>
        </message>
        <message>
            <source>Triangles</source>
            <translation>三角形</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>CFG %1, seed %2</source>
            <translation>CFG %1，种子 %2</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Repair…</source>
            <translation>修复…</translation>
        </message>
        <message>
            <source>Undo repair</source>
            <translation>撤销修复</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Reading the surface…</source>
            <translation>正在读取表面…</translation>
        </message>
        <message>
            <source>%1 cm³</source>
            <translation>%1 cm³</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>约 %1</translation>
        </message>
        <message>
            <source>No surface to show</source>
            <translation>没有可显示的表面</translation>
        </message>
        <message numerus="yes">
            <source>Export although %n check(s) failed</source>
            <translation>
                <numerusform>仍要导出（%n 项未通过）</numerusform>
            </translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Exporting…</source>
            <translation>正在导出…</translation>
        </message>
        <message>
            <source>Export %1</source>
            <translation>导出 %1</translation>
        </message>
        <message>
            <source>The print report is being made.</source>
            <translation>正在生成打印报告。</translation>
        </message>
        <message>
            <source>Keep the repair or go back to the report first.</source>
            <translation>先保留修复或返回报告。</translation>
        </message>
        <message>
            <source>Repair it, or tick the box at the left.</source>
            <translation>先修复，或勾选左侧选项。</translation>
        </message>
        <message>
            <source>Name a file first.</source>
            <translation>先填写文件名。</translation>
        </message>
        <message>
            <source>Saved and checked, %1</source>
            <translation>已保存并校验，%1</translation>
        </message>
        <message>
            <source>Exported %1</source>
            <translation>已导出 %1</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>修复</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
</context>
    <context>
        <name>hipwright::FailureDialog</name>
        <message>
            <source>What to do</source>
            <translation>处理办法</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Open log</source>
            <translation>打开日志</translation>
        </message>
        <message>
            <source>Code %1</source>
            <translation>代码 %1</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
</context>
    <context>
        <name>hipwright::FrameStrip</name>
        <message>
            <source>Stages of the run</source>
            <translation>运行的各阶段</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>复制图片</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>保存图片…</translation>
        </message>
        <message>
            <source>Save strip…</source>
            <translation>保存胶片条…</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>图片 (*.png)</translation>
        </message>
</context>
    <context>
        <name>hipwright::HuHistogram</name>
        <message>
            <source>Open a CT to see its HU values.</source>
            <translation>打开 CT 后显示其 HU 值。</translation>
        </message>
        <message>
            <source>HU</source>
            <translation>HU</translation>
        </message>
        <message>
            <source>HU and how the model sees it</source>
            <translation>HU 与模型映射</translation>
        </message>
        <message>
            <source>Bars: how often each HU occurs. Line: the value the model gets.</source>
            <translation>柱：各 HU 出现的频率。线：模型得到的数值。</translation>
        </message>
        <message>
            <source>Voxels</source>
            <translation>体素</translation>
        </message>
        <message>
            <source>Value for the model</source>
            <translation>模型数值</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>%1 to %2 HU</source>
            <translation>%1 至 %2 HU</translation>
        </message>
        <message>
            <source>%1 voxels</source>
            <translation>%1 个体素</translation>
        </message>
        <message>
            <source>The model gets %1</source>
            <translation>模型得到 %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::LogPanel</name>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Copy the log</source>
            <translation>复制日志</translation>
        </message>
</context>
    <context>
        <name>hipwright::MainToolBar</name>
        <message>
            <source>Toolbar</source>
            <translation>工具栏</translation>
        </message>
        <message>
            <source>Gray window of the slices: width and level in HU</source>
            <translation>切片的灰度窗：窗宽与窗位（HU）</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗</translation>
        </message>
        <message>
            <source>Memory in use</source>
            <translation>已用内存</translation>
        </message>
</context>
    <context>
        <name>hipwright::MainWindow</name>
        <message>
            <source>Research use only</source>
            <translation>仅供研究使用</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>病例</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>Open a CT first</source>
            <translation>先打开 CT</translation>
        </message>
        <message>
            <source>Another CT is being opened</source>
            <translation>正在打开另一个 CT</translation>
        </message>
        <message>
            <source>Choose a model set first</source>
            <translation>先选择模型组</translation>
        </message>
        <message>
            <source>Generate an implant for this CT (Ctrl+G)</source>
            <translation>为此 CT 生成假体 (Ctrl+G)</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message numerus="yes">
            <source>%n processor core(s), %1 of memory free</source>
            <translation>
                <numerusform>%n 个处理器核心，%1 可用内存</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 free</source>
            <translation>%1 可用</translation>
        </message>
        <message>
            <source>Open CT</source>
            <translation>打开 CT</translation>
        </message>
        <message>
            <source>CT volumes (%1);;All files (*)</source>
            <translation>CT 体数据 (%1);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Open the folder of a run</source>
            <translation>打开运行文件夹</translation>
        </message>
        <message>
            <source>Where is %1?</source>
            <translation>%1 在哪里？</translation>
        </message>
        <message>
            <source>the demo hip</source>
            <translation>示例髋关节</translation>
        </message>
        <message>
            <source>Cannot delete the run</source>
            <translation>无法删除运行</translation>
        </message>
        <message>
            <source>Moved to trash: %1</source>
            <translation>已移至回收站：%1</translation>
        </message>
        <message>
            <source>Your case and settings are kept.</source>
            <translation>病例和设置均已保留。</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>没有任何改动。</translation>
        </message>
        <message>
            <source>Choose another model…</source>
            <translation>选择其他模型…</translation>
        </message>
        <message>
            <source>Work on tiles and run again</source>
            <translation>改为分块并重新运行</translation>
        </message>
        <message>
            <source>A run is going</source>
            <translation>正在运行</translation>
        </message>
        <message>
            <source>Stop the run and close the window?</source>
            <translation>停止运行并关闭窗口？</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>停止并关闭</translation>
        </message>
        <message>
            <source>Keep running</source>
            <translation>继续运行</translation>
        </message>
        <message>
            <source>This is not a CT volume or a folder of one</source>
        <translation>这不是 CT 体数据，也不是其所在的文件夹</translation>
        </message>
        <message>
            <source>   %1 HU</source>
            <translation>   %1 HU</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>正在打开 %1</translation>
        </message>
        <message>
            <source>Opening %1…</source>
            <translation>正在打开 %1…</translation>
        </message>
        <message>
            <source>Cannot open the CT</source>
            <translation>无法打开 CT</translation>
        </message>
        <message>
            <source>Cannot open the run</source>
            <translation>无法打开运行</translation>
        </message>
        <message>
            <source>Cannot show this stage</source>
            <translation>无法显示此阶段</translation>
        </message>
        <message>
            <source>Saving to %1</source>
            <translation>保存到 %1</translation>
        </message>
        <message>
            <source>The run failed</source>
            <translation>运行失败</translation>
        </message>
        <message>
            <source>The box lies around the left hip: Side was Right and is now Left.</source>
            <translation>方框位于左髋周围：侧别由右侧改为左侧。</translation>
        </message>
        <message>
            <source>The box lies around the right hip: Side was Left and is now Right.</source>
            <translation>方框位于右髋周围：侧别由左侧改为右侧。</translation>
        </message>
        <message>
            <source>Opened %1</source>
            <translation>已打开 %1</translation>
        </message>
        <message>
            <source>Pre-op</source>
            <translation>术前</translation>
        </message>
        <message>
            <source>Stage: final</source>
            <translation>阶段：最终</translation>
        </message>
        <message>
            <source>Stage: step %1</source>
            <translation>阶段：第 %1 步</translation>
        </message>
        <message>
            <source>Showing the final implant, as saved in the STL</source>
            <translation>正在显示最终假体（与保存的 STL 一致）</translation>
        </message>
        <message>
            <source>Same as run %1</source>
            <translation>与 %1 的运行相同</translation>
        </message>
        <message>
            <source>The preset was not changed</source>
            <translation>预设未更改</translation>
        </message>
        <message>
            <source>Slices and 3-D ready</source>
            <translation>切片和三维就绪</translation>
        </message>
        <message>
            <source>Slices ready, no 3-D view</source>
            <translation>切片就绪，无三维视图</translation>
        </message>
        <message>
            <source>Decoding step %1…</source>
            <translation>正在解码第 %1 步…</translation>
        </message>
        <message>
            <source>Cancel opening</source>
            <translation>取消打开</translation>
        </message>
        <message>
            <source>Locate the CT…</source>
            <translation>定位 CT…</translation>
        </message>
        <message>
            <source>Where is the CT of this run?</source>
            <translation>此运行的 CT 在哪里？</translation>
        </message>
        <message>
            <source>Cannot start the demo</source>
            <translation>无法启动示例</translation>
        </message>
        <message>
            <source>%1, approximate</source>
            <translation>%1，近似</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>Opening the CT</source>
            <translation>正在打开 CT</translation>
        </message>
        <message>
            <source>Stop the run?</source>
            <translation>停止运行？</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>No model</source>
            <translation>没有模型</translation>
        </message>
        <message>
            <source>Choose one under Settings, Model.</source>
            <translation>在“设置”的“模型”中选择。</translation>
        </message>
        <message>
            <source>No plan</source>
            <translation>没有方案</translation>
        </message>
        <message>
            <source>Open the folder of a DICOM series</source>
            <translation>打开 DICOM 序列文件夹</translation>
        </message>
        <message>
            <source>Nothing to compute on</source>
            <translation>没有可用的计算设备</translation>
        </message>
        <message>
            <source>Print report</source>
            <translation>打印报告</translation>
        </message>
        <message>
            <source>The comparison failed</source>
            <translation>对比失败</translation>
        </message>
        <message>
            <source>Comparing guidance values</source>
            <translation>正在对比引导数值</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>面板</translation>
        </message>
        <message>
            <source>The picture was not saved</source>
            <translation>图片未保存</translation>
        </message>
        <message>
            <source>A run is going. Open it when the run has ended.</source>
            <translation>正在运行。运行结束后再打开。</translation>
        </message>
        <message>
            <source>This is not a CT volume or a folder of one.</source>
            <translation>这不是 CT 体数据，也不是其文件夹。</translation>
        </message>
        <message>
            <source>Drop to open %1</source>
            <translation>松开以打开 %1</translation>
        </message>
        <message>
            <source>%1 was not opened</source>
            <translation>%1 没有打开</translation>
        </message>
        <message>
            <source>Cannot continue the run</source>
            <translation>无法继续运行</translation>
        </message>
        <message>
            <source>Continue the run</source>
            <translation>继续运行</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>拒绝</translation>
        </message>
</context>
    <context>
        <name>hipwright::ModelFlow</name>
        <message>
            <source>Installed model</source>
            <translation>已安装的模型</translation>
        </message>
        <message>
            <source>Demo model %1</source>
            <translation>示例模型 %1</translation>
        </message>
        <message>
            <source>Model set %1</source>
            <translation>模型组 %1</translation>
        </message>
        <message>
            <source>Three checkpoints, %1</source>
            <translation>三个权重文件，%1</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>No model set</source>
            <translation>没有模型组</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
</context>
    <context>
        <name>hipwright::ModelSection</name>
        <message>
            <source>Model set</source>
            <translation>模型组</translation>
        </message>
        <message>
            <source>Memory a run needs, of what is free</source>
            <translation>运行所需内存占可用内存的比例</translation>
        </message>
        <message>
            <source>Choose where runs are saved</source>
            <translation>选择运行的保存位置</translation>
        </message>
        <message>
            <source>Saved in</source>
            <translation>保存在</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Forecast</source>
            <translation>预估</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>%1 (demo)</source>
            <translation>%1（示例）</translation>
        </message>
        <message>
            <source>Choose a model set…</source>
            <translation>选择模型组…</translation>
        </message>
        <message>
            <source>%1, %2, window %3</source>
            <translation>%1，%2，窗口 %3</translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>约 %1</translation>
        </message>
        <message>
            <source>Open a CT first</source>
            <translation>先打开 CT</translation>
        </message>
        <message>
            <source>Choose a model set</source>
            <translation>选择模型组</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1，共 %2</translation>
        </message>
        <message>
            <source>%1, %2 of memory</source>
            <translation>%1，需内存 %2</translation>
        </message>
</context>
    <context>
        <name>hipwright::ParameterForm</name>
        <message>
            <source>Decides the starting noise. The same seed and settings give the same implant.</source>
            <translation>决定初始噪声。种子和设置相同，假体就相同。</translation>
        </message>
        <message>
            <source>Keep this seed for the next runs</source>
            <translation>后续运行保持此种子</translation>
        </message>
        <message>
            <source>Draw a seed now</source>
            <translation>立即随机生成种子</translation>
        </message>
        <message>
            <source>Use the seed of the last run</source>
            <translation>使用上次运行的种子</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Guidance (CFG)</source>
            <translation>引导 (CFG)</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Previews and strip</source>
            <translation>预览与胶片条</translation>
        </message>
        <message>
            <source>Previews only</source>
            <translation>仅预览</translation>
        </message>
        <message>
            <source>Strip only</source>
            <translation>仅胶片条</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Previews are quick approximations while it runs. The strip decodes the saved stages exactly and can be looked at later; it takes longer.</source>
            <translation>预览是运行中的快速近似图。胶片条会精确解码所保存的阶段，之后可再查看；耗时更长。</translation>
        </message>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>Memory and speed</source>
            <translation>内存与速度</translation>
        </message>
        <message>
            <source>Tiled encode and decode</source>
            <translation>分块编码与解码</translation>
        </message>
        <message>
            <source>Works on overlapping windows: needs far less memory. Off takes the whole volume at once.</source>
            <translation>在重叠窗口上计算：所需内存少得多。关闭则一次处理整个体数据。</translation>
        </message>
        <message>
            <source>Tiles at once</source>
            <translation>并行块数</translation>
        </message>
        <message>
            <source>Mixed precision</source>
            <translation>混合精度</translation>
        </message>
        <message>
            <source>Computes with half precision where this device is faster with it; otherwise exactly.</source>
            <translation>设备用半精度更快时以半精度计算，否则精确计算。</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>处理器</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>线程</translation>
        </message>
        <message>
            <source>Where the starting noise is drawn. The processor's is the same on every machine.</source>
            <translation>初始噪声在哪里生成。处理器生成的噪声在每台机器上都相同。</translation>
        </message>
        <message>
            <source>Noise from</source>
            <translation>噪声来源</translation>
        </message>
        <message>
            <source>LPS (as DICOM)</source>
            <translation>LPS（同 DICOM）</translation>
        </message>
        <message>
            <source>RAS</source>
            <translation>RAS</translation>
        </message>
        <message>
            <source>Voxel index</source>
            <translation>体素索引</translation>
        </message>
        <message>
            <source>The frame of the STL's coordinates. LPS is what DICOM and most planning programs use.</source>
            <translation>STL 的坐标系。DICOM 和多数规划软件使用 LPS。</translation>
        </message>
        <message>
            <source>STL frame</source>
            <translation>STL 坐标系</translation>
        </message>
        <message>
            <source>Use the seed of the last run, %1</source>
            <translation>使用上次运行的种子 %1</translation>
        </message>
        <message>
            <source>The seed must be a whole number.</source>
            <translation>种子须为整数。</translation>
        </message>
        <message>
            <source>A whole number from −2⁶³ to 2⁶⁴ − 1</source>
            <translation>−2⁶³ 至 2⁶⁴ − 1 的整数</translation>
        </message>
        <message>
            <source>random</source>
            <translation>随机</translation>
        </message>
        <message>
            <source>Hip and region</source>
            <translation>髋部与区域</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>侧别</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>左侧</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>右侧</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Around the joint</source>
            <translation>关节周围</translation>
        </message>
        <message>
            <source>Whole CT</source>
            <translation>整个 CT</translation>
        </message>
        <message>
            <source>Box</source>
            <translation>方框</translation>
        </message>
        <message>
            <source>Corners, mm</source>
            <translation>角点 (mm)</translation>
        </message>
        <message>
            <source>Two corners in patient mm (LPS): x0, y0, z0, x1, y1, z1. Or pull the box in the slices.</source>
            <translation>两个角点的患者坐标（LPS，mm）：x0, y0, z0, x1, y1, z1。也可在切片中拖动方框。</translation>
        </message>
        <message>
            <source>Grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>The model's</source>
            <translation>模型网格</translation>
        </message>
        <message>
            <source>The CT's own</source>
            <translation>CT 原网格</translation>
        </message>
        <message>
            <source>Six numbers, the lower corner first</source>
            <translation>六个数字，先下角点</translation>
        </message>
        <message>
            <source>%1 to %2; %3 was not taken</source>
            <translation>范围为 %1 至 %2；未采用 %3</translation>
        </message>
</context>
    <context>
        <name>hipwright::PresetBar</name>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Own settings</source>
            <translation>自定义设置</translation>
        </message>
        <message>
            <source>Save and manage presets</source>
            <translation>保存和管理预设</translation>
        </message>
        <message>
            <source>Save changes…</source>
            <translation>保存改动…</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>重命名…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Use for new cases</source>
            <translation>用于新病例</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>New cases start with it.</source>
            <translation>新病例以此开始。</translation>
        </message>
        <message numerus="yes">
            <source>%n preset file(s) could not be read</source>
            <translation>
                <numerusform>%n 个预设文件无法读取</numerusform>
            </translation>
        </message>
        <message>
            <source>Settings under a name, to use again</source>
            <translation>以名称保存的设置，可再次使用</translation>
        </message>
        <message>
            <source>Changed since:</source>
            <translation>改动：</translation>
        </message>
        <message>
            <source>This preset comes with the program. Save a copy of it.</source>
            <translation>此预设为内置预设。保存一个副本。</translation>
        </message>
        <message>
            <source>The settings are those of the preset.</source>
            <translation>设置与预设一致。</translation>
        </message>
        <message>
            <source>%1, my copy</source>
            <translation>%1（副本）</translation>
        </message>
        <message>
            <source>My settings</source>
            <translation>我的设置</translation>
        </message>
        <message>
            <source>Deleted “%1”</source>
            <translation>已删除“%1”</translation>
        </message>
        <message>
            <source>Import a preset</source>
            <translation>导入预设</translation>
        </message>
        <message>
            <source>Presets (*.json)</source>
            <translation>预设 (*.json)</translation>
        </message>
        <message>
            <source>Export the preset</source>
            <translation>导出预设</translation>
        </message>
</context>
    <context>
        <name>hipwright::RecentRow</name>
        <message>
            <source>Today %1</source>
            <translation>今天 %1</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>Open %1</source>
            <translation>打开 %1</translation>
        </message>
        <message>
            <source>Locate %1</source>
            <translation>定位 %1</translation>
        </message>
        <message>
            <source>File not found. Locate…</source>
            <translation>找不到文件。定位…</translation>
        </message>
</context>
    <context>
        <name>hipwright::RunFlow</name>
        <message>
            <source>Run started: %1 steps, CFG %2</source>
            <translation>运行已开始：%1 步，CFG %2</translation>
        </message>
        <message>
            <source>Stopping, finishing one block</source>
            <translation>正在停止，完成当前块</translation>
        </message>
        <message>
            <source>Stopping, finishing one file</source>
            <translation>正在停止，完成当前文件</translation>
        </message>
        <message>
            <source>Step %1: %2 picture in %3</source>
            <translation>第 %1 步：%2图片，用时 %3</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>精确</translation>
        </message>
        <message>
            <source>approximate</source>
            <translation>近似</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>%1 后</translation>
        </message>
        <message>
            <source>Stopped by the user</source>
            <translation>由用户停止</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>Finished in %1: %2</source>
            <translation>完成，用时 %1：%2</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>已完成</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) in %1</source>
            <translation>
                <numerusform>%n 步，用时 %1</numerusform>
            </translation>
        </message>
        <message>
            <source>Seed %1, CFG %2</source>
            <translation>种子 %1，CFG %2</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 mm</translation>
        </message>
        <message>
            <source>There is no result. Runs of this case lists it, to continue or delete.</source>
            <translation>没有结果。它列在“此病例的运行”中，可以继续或删除。</translation>
        </message>
        <message>
            <source>Nothing was saved.</source>
            <translation>没有保存任何内容。</translation>
        </message>
        <message>
            <source>Coronal %1 mm</source>
            <translation>冠状面 %1 mm</translation>
        </message>
</context>
    <context>
        <name>hipwright::RunHead</name>
        <message>
            <source>Progress of the run</source>
            <translation>运行进度</translation>
        </message>
        <message>
            <source>Repeat with other settings</source>
            <translation>更改设置后重做</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>显示详情</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>正在启动</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>剩余 %1</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>%1 so far, %2 per step</source>
            <translation>已用 %1，每步 %2</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>跟随</translation>
        </message>
        <message>
            <source>Show the newest stage again, and each one that comes</source>
            <translation>重新显示最新阶段，并随运行更新</translation>
        </message>
</context>
    <context>
        <name>hipwright::RunList</name>
        <message>
            <source>Runs of this case</source>
            <translation>此病例的运行</translation>
        </message>
        <message>
            <source>closed surface</source>
            <translation>表面封闭</translation>
        </message>
        <message>
            <source>surface not closed</source>
            <translation>表面未闭合</translation>
        </message>
        <message>
            <source>%1
%2
Took %3 on %4</source>
            <translation>%1
%2
用时 %3，设备 %4</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Repeat with these settings</source>
            <translation>用这些设置重做</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>移至回收站</translation>
        </message>
        <message>
            <source>today %1</source>
            <translation>今天 %1</translation>
        </message>
        <message>
            <source>yesterday %1</source>
            <translation>昨天 %1</translation>
        </message>
        <message>
            <source>CFG %1, seed %2</source>
            <translation>CFG %1，种子 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n step(s)</source>
            <translation>
                <numerusform>%n 步</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, running</source>
            <translation>%1，运行中</translation>
        </message>
        <message>
            <source>Its denoising is finished and kept; only the rest is computed.</source>
            <translation>去噪已完成并保留；只计算其余部分。</translation>
        </message>
        <message>
            <source>Its denoising begins anew, with the same result.</source>
            <translation>去噪重新开始，结果相同。</translation>
        </message>
        <message>
            <source>interrupted, %1</source>
            <translation>已中断，%1</translation>
        </message>
        <message>
            <source>%1, interrupted. Click to continue or delete it.
%2
%3</source>
            <translation>%1，已中断。单击以继续或删除。
%2
%3</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
</context>
    <context>
        <name>hipwright::SavePresetDialog</name>
        <message>
            <source>Save the settings as a preset</source>
            <translation>将设置保存为预设</translation>
        </message>
        <message>
            <source>Save changes to the preset</source>
            <translation>将改动保存到预设</translation>
        </message>
        <message>
            <source>Rename the preset</source>
            <translation>重命名预设</translation>
        </message>
        <message>
            <source>What it is good for</source>
            <translation>适用场合</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Enter a name.</source>
            <translation>输入名称。</translation>
        </message>
        <message>
            <source>Choose a name of at most 80 characters in one line.</source>
            <translation>名称最多 80 个字符，限一行。</translation>
        </message>
        <message>
            <source>A preset of this name comes with the program.</source>
            <translation>已有同名的内置预设。</translation>
        </message>
        <message>
            <source>There is a preset of this name already.</source>
            <translation>已有同名预设。</translation>
        </message>
        <message>
            <source>Nothing changes: the preset holds these settings already.</source>
            <translation>没有改动：预设已是这些设置。</translation>
        </message>
        <message>
            <source>This replaces settings of the preset:</source>
            <translation>这将替换预设的设置：</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
</context>
    <context>
        <name>hipwright::SchedulePlot</name>
        <message>
            <source>t, from noise to the implant</source>
            <translation>t，从噪声到假体</translation>
        </message>
        <message>
            <source>Choose a model to see its noise schedule.</source>
            <translation>选择模型后显示其噪声调度。</translation>
        </message>
        <message>
            <source>Noise schedule</source>
            <translation>噪声调度</translation>
        </message>
        <message>
            <source>%1 steps from t %2 to t %3.</source>
            <translation>%1 步，从 t %2 到 t %3。</translation>
        </message>
        <message>
            <source>Share of signal, steps marked</source>
            <translation>信号占比，标出各步</translation>
        </message>
        <message>
            <source>Signal</source>
            <translation>信号</translation>
        </message>
        <message>
            <source>Share of noise</source>
            <translation>噪声占比</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Step %1 of %2, t %3</source>
            <translation>第 %1 步，共 %2 步，t %3</translation>
        </message>
        <message>
            <source>Signal %1, noise %2</source>
            <translation>信号 %1，噪声 %2</translation>
        </message>
</context>
    <context>
        <name>hipwright::SchemeAction</name>
        <message>
            <source>Light theme</source>
            <translation>浅色主题</translation>
        </message>
        <message>
            <source>Dark theme</source>
            <translation>深色主题</translation>
        </message>
        <message>
            <source>Change to the light theme</source>
            <translation>切换到浅色主题</translation>
        </message>
        <message>
            <source>Change to the dark theme</source>
            <translation>切换到深色主题</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
</context>
    <context>
        <name>hipwright::SdfHistogram</name>
        <message>
            <source>surface</source>
            <translation>表面</translation>
        </message>
        <message>
            <source>The spread of distances appears with the result.</source>
            <translation>得到结果后显示距离分布。</translation>
        </message>
        <message>
            <source>signed distance, mm</source>
            <translation>有符号距离（mm）</translation>
        </message>
        <message>
            <source>signed distance, units of the model</source>
            <translation>有符号距离（模型单位）</translation>
        </message>
        <message>
            <source>Spread of signed distances</source>
            <translation>有符号距离的分布</translation>
        </message>
        <message>
            <source>%1 % of the voxels lie inside the implant.</source>
            <translation>%1 % 的体素位于假体内。</translation>
        </message>
        <message>
            <source>The result has no distances.</source>
            <translation>结果中没有距离值。</translation>
        </message>
        <message>
            <source>Voxels outside</source>
            <translation>假体外的体素</translation>
        </message>
        <message>
            <source>Outside</source>
            <translation>外部</translation>
        </message>
        <message>
            <source>Voxels inside the implant</source>
            <translation>假体内的体素</translation>
        </message>
        <message>
            <source>Inside</source>
            <translation>内部</translation>
        </message>
        <message>
            <source> mm</source>
            <translation> mm</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>%1 voxels</source>
            <translation>%1 个体素</translation>
        </message>
</context>
    <context>
        <name>hipwright::SettingRow</name>
        <message>
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <source>Preset: %1. Click to reset.</source>
            <translation>预设：%1。点击重置。</translation>
        </message>
</context>
    <context>
        <name>hipwright::SettingsPanel</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Locked while running</source>
            <translation>运行中已锁定</translation>
        </message>
        <message>
            <source>These settings give this result again. Click to open it.</source>
            <translation>这些设置会再次得到此结果。点击打开。</translation>
        </message>
        <message>
            <source>Open the run of these settings</source>
            <translation>打开这些设置的运行</translation>
        </message>
</context>
    <context>
        <name>hipwright::SlicePanel</name>
        <message>
            <source>3-D</source>
            <translation>三维</translation>
        </message>
        <message>
            <source>mm</source>
            <translation>mm</translation>
        </message>
</context>
    <context>
        <name>hipwright::SliceView</name>
        <message>
            <source>Open a CT to see it here</source>
            <translation>打开 CT 后在此显示</translation>
        </message>
        <message>
            <source>W %1 L %2</source>
            <translation>W %1 L %2</translation>
        </message>
        <message>
            <source>HU %1</source>
            <translation>HU %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::StagesPanel</name>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>噪声调度</translation>
        </message>
        <message>
            <source>SDF histogram</source>
            <translation>SDF 直方图</translation>
        </message>
        <message>
            <source>Plots</source>
            <translation>图表</translation>
        </message>
</context>
    <context>
        <name>hipwright::StartPage</name>
        <message>
            <source>Plan a hip implant from a CT</source>
            <translation>由 CT 规划髋关节假体</translation>
        </message>
        <message>
            <source>Open a pre-operative CT, press Generate and watch the implant form. All data stays on this machine.</source>
            <translation>打开术前 CT，按“生成”，观看假体逐步成形。所有数据都留在本机。</translation>
        </message>
        <message>
            <source>Drop a hip CT here</source>
            <translation>将髋部 CT 拖到此处</translation>
        </message>
        <message>
            <source>A DICOM folder, or a NIfTI, NRRD or MetaImage file</source>
        <translation>DICOM 文件夹，或 NIfTI、NRRD、MetaImage 文件</translation>
        </message>
        <message>
            <source>Open CT</source>
            <translation>打开 CT</translation>
        </message>
        <message>
            <source>Open run</source>
            <translation>打开运行</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Try the demo</source>
            <translation>试用示例</translation>
        </message>
        <message>
            <source>A computed hip and a small model. No data and no graphics card needed.</source>
            <translation>一个计算生成的髋关节和一个小模型。无需数据，也无需显卡。</translation>
        </message>
        <message>
            <source>Watch the implant form, stage by stage</source>
            <translation>逐阶段观看假体成形</translation>
        </message>
        <message>
            <source>Ends with an STL</source>
            <translation>最终得到 STL</translation>
        </message>
        <message>
            <source>Recent cases</source>
            <translation>最近病例</translation>
        </message>
        <message>
            <source>Clear list</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <source>This machine</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>Cases you open appear here.</source>
            <translation>打开过的病例会显示在这里。</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>正在打开 %1</translation>
        </message>
        <message>
            <source>Opening the CT</source>
            <translation>正在打开 CT</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
</context>
    <context>
        <name>hipwright::StepPlot</name>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>The curve grows here with every step of a run.</source>
            <translation>运行的每一步都会延长此曲线。</translation>
        </message>
        <message>
            <source>Stable since step %1</source>
            <translation>自第 %1 步起稳定</translation>
        </message>
        <message>
            <source>Implant area, cm²</source>
            <translation>假体面积（cm²）</translation>
        </message>
        <message>
            <source>Area, cm²</source>
            <translation>面积（cm²）</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>Implant area %1 cm²</source>
            <translation>假体面积 %1 cm²</translation>
        </message>
        <message>
            <source>Latent change per step, %</source>
            <translation>每步潜变量变化（%）</translation>
        </message>
        <message>
            <source>Latent change, %</source>
            <translation>潜变量变化（%）</translation>
        </message>
        <message>
            <source>Latent change %1 %</source>
            <translation>潜变量变化 %1 %</translation>
        </message>
        <message>
            <source>The latent changed by %1 % in step %2.</source>
            <translation>第 %2 步中潜变量变化 %1 %。</translation>
        </message>
        <message>
            <source>Latent change per step and implant area</source>
            <translation>每步潜变量变化与假体面积</translation>
        </message>
        <message>
            <source>Latent change: how far the network&apos;s estimate moves in a step, measured against its own size before. It is not the change under the pictures, which counts the pixels of the implant that differ.</source>
            <translation>潜变量变化：网络的估计值在一步中移动的幅度，相对于其之前自身的大小。它不同于图片下方的“变化”，后者统计假体中不同的像素。</translation>
        </message>
</context>
    <context>
        <name>hipwright::UndoRow</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
</context>
    <context>
        <name>hipwright::ViewHead</name>
        <message>
            <source>Show all views</source>
            <translation>显示所有视图</translation>
        </message>
        <message>
            <source>Maximise this view</source>
            <translation>最大化此视图</translation>
        </message>
</context>
    <context>
        <name>hipwright::Viewport</name>
        <message>
            <source>3-D view</source>
            <translation>三维视图</translation>
        </message>
        <message>
            <source>This display offers no OpenGL through X11 (GLX).</source>
            <translation>此显示器不提供基于 X11 (GLX) 的 OpenGL。</translation>
        </message>
</context>
    <context>
        <name>hipwright::ViewportFoot</name>
        <message>
            <source>Bone</source>
            <translation>骨</translation>
        </message>
        <message>
            <source>Bone threshold</source>
            <translation>骨阈值</translation>
        </message>
        <message>
            <source>Voxels brighter than this are drawn as bone</source>
            <translation>高于此值的体素绘制为骨</translation>
        </message>
        <message>
            <source>%1 HU</source>
            <translation>%1 HU</translation>
        </message>
        <message>
            <source>Opacity</source>
            <translation>不透明度</translation>
        </message>
        <message>
            <source>Opacity of the bone in front of the implant</source>
            <translation>假体前方骨的不透明度</translation>
        </message>
        <message>
            <source>How much of the bone is seen where the implant is behind it</source>
            <translation>假体位于骨后方时骨的可见程度</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
</context>
    <context>
        <name>hipwright::ViewportTools</name>
        <message>
            <source>From the front</source>
            <translation>从前方看</translation>
        </message>
        <message>
            <source>From behind</source>
            <translation>从后方看</translation>
        </message>
        <message>
            <source>From the patient's right</source>
            <translation>从患者右侧看</translation>
        </message>
        <message>
            <source>From the patient's left</source>
            <translation>从患者左侧看</translation>
        </message>
        <message>
            <source>From above</source>
            <translation>从上方看</translation>
        </message>
        <message>
            <source>From below</source>
            <translation>从下方看</translation>
        </message>
        <message>
            <source>No cut</source>
            <translation>不剖切</translation>
        </message>
        <message>
            <source>Show the slices in space</source>
            <translation>在空间中显示切片</translation>
        </message>
        <message>
            <source>Cut the bone open at the crosshair</source>
            <translation>在十字线处剖开骨</translation>
        </message>
        <message>
            <source>Save a picture of this view</source>
            <translation>保存此视图的图片</translation>
        </message>
        <message>
            <source>Look from another side</source>
            <translation>从其他方向观察</translation>
        </message>
</context>
    <context>
        <name>hipwright::VolumeFlow</name>
        <message>
            <source>Save picture of the 3-D view</source>
            <translation>保存三维视图图片</translation>
        </message>
        <message>
            <source>Pictures (*.png)</source>
            <translation>图片 (*.png)</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>已保存 %1</translation>
        </message>
        <message>
            <source>Cannot write %1</source>
            <translation>无法写入 %1</translation>
        </message>
        <message>
            <source>%1 × %2 × %3 mm</source>
            <translation>%1 × %2 × %3 mm</translation>
        </message>
        <message>
            <source>%1 cm³</source>
            <translation>%1 cm³</translation>
        </message>
        <message>
            <source>Stage: step %1</source>
            <translation>阶段：第 %1 步</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>No surface of an approximate picture</source>
            <translation>近似图片没有表面</translation>
        </message>
        <message>
            <source>Surfaces come with exact stages and at the end</source>
            <translation>精确阶段和运行结束时显示表面</translation>
        </message>
        <message>
            <source>The surface comes at the end</source>
            <translation>运行结束时显示表面</translation>
        </message>
</context>
    <context>
        <name>hipwright::WindowActions</name>
        <message>
            <source>Open CT</source>
            <translation>打开 CT</translation>
        </message>
        <message>
            <source>Open a pre-operative CT</source>
            <translation>打开术前 CT</translation>
        </message>
        <message>
            <source>Open run</source>
            <translation>打开运行</translation>
        </message>
        <message>
            <source>Open the folder of a finished run; no model is needed</source>
            <translation>打开已完成运行的文件夹；无需模型</translation>
        </message>
        <message>
            <source>Try the demo</source>
            <translation>试用示例</translation>
        </message>
        <message>
            <source>Open a computed hip and generate an implant for it</source>
            <translation>打开计算生成的髋关节并为其生成假体</translation>
        </message>
        <message>
            <source>Close case</source>
            <translation>关闭病例</translation>
        </message>
        <message>
            <source>Back to the start page</source>
            <translation>返回起始页</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Save the implant and its volumes</source>
            <translation>保存假体及其体数据</translation>
        </message>
        <message>
            <source>Save picture of the 3-D view…</source>
            <translation>保存三维视图图片…</translation>
        </message>
        <message>
            <source>Save what the 3-D view shows</source>
            <translation>保存三维视图所示内容</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>Generate an implant for this CT</source>
            <translation>为此 CT 生成假体</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stop the run</source>
            <translation>停止运行</translation>
        </message>
        <message>
            <source>Reset settings</source>
            <translation>重置设置</translation>
        </message>
        <message>
            <source>Back to the values of the preset</source>
            <translation>恢复预设的数值</translation>
        </message>
        <message>
            <source>Crosshair</source>
            <translation>十字线</translation>
        </message>
        <message>
            <source>Show the crosshair in the slices</source>
            <translation>在切片中显示十字线</translation>
        </message>
        <message>
            <source>Implant on slices</source>
            <translation>在切片上显示假体</translation>
        </message>
        <message>
            <source>Show the implant on the slices</source>
            <translation>在切片上显示假体</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Show what happened</source>
            <translation>显示发生了什么</translation>
        </message>
        <message>
            <source>About Hipwright</source>
            <translation>关于 Hipwright</translation>
        </message>
        <message>
            <source>Versions, licences and purpose</source>
            <translation>版本、许可证与用途</translation>
        </message>
        <message>
            <source>Planning layout</source>
            <translation>规划布局</translation>
        </message>
        <message>
            <source>Four equal views</source>
            <translation>四等分视图</translation>
        </message>
        <message>
            <source>Slices only</source>
            <translation>仅切片</translation>
        </message>
        <message>
            <source>3-D only</source>
            <translation>仅三维</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>Bone</source>
            <translation>骨</translation>
        </message>
        <message>
            <source>Soft tissue</source>
            <translation>软组织</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>金属</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Recent cases</source>
            <translation>最近病例</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>Window preset</source>
            <translation>窗预设</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>面板</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Help on this field</source>
            <translation>此项的帮助</translation>
        </message>
        <message>
            <source>Say what the focused field does</source>
            <translation>说明当前项的作用</translation>
        </message>
        <message>
            <source>Next panel</source>
            <translation>下一面板</translation>
        </message>
        <message>
            <source>Move the keyboard to the next panel</source>
            <translation>将键盘焦点移到下一面板</translation>
        </message>
        <message>
            <source>Previous panel</source>
            <translation>上一面板</translation>
        </message>
        <message>
            <source>Move the keyboard to the previous panel</source>
            <translation>将键盘焦点移到上一面板</translation>
        </message>
        <message>
            <source>Open DICOM folder…</source>
            <translation>打开 DICOM 文件夹…</translation>
        </message>
        <message>
            <source>Open the folder with the slices of a CT</source>
            <translation>打开存放 CT 切片的文件夹</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Show the region in the views</source>
            <translation>在视图中显示区域</translation>
        </message>
        <message>
            <source>Linked views</source>
            <translation>联动视图</translation>
        </message>
        <message>
            <source>Zoom and gray window of one slice are those of all</source>
            <translation>所有切片使用相同的缩放和窗宽窗位</translation>
        </message>
        <message>
            <source>Measure a distance</source>
            <translation>测量距离</translation>
        </message>
        <message>
            <source>Measure a distance: drag, or click both ends</source>
            <translation>测量距离：拖动，或依次点击两端</translation>
        </message>
        <message>
            <source>Measure an angle</source>
            <translation>测量角度</translation>
        </message>
        <message>
            <source>Measure an angle: click its three points</source>
            <translation>测量角度：依次点击三个点</translation>
        </message>
        <message>
            <source>Remove all measurements</source>
            <translation>删除所有测量</translation>
        </message>
        <message>
            <source>Choose a model set…</source>
            <translation>选择模型组…</translation>
        </message>
        <message>
            <source>Choose the folder of a model set</source>
            <translation>选择模型组所在的文件夹</translation>
        </message>
        <message>
            <source>Compare CFG</source>
            <translation>对比 CFG</translation>
        </message>
        <message>
            <source>Compare guidance values on this CT</source>
            <translation>在此 CT 上对比引导数值</translation>
        </message>
        <message>
            <source>Preferences…</source>
            <translation>首选项…</translation>
        </message>
        <message>
            <source>What holds for all cases</source>
            <translation>适用于所有病例的设置</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>运行(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;Tools</source>
            <translation>工具(&amp;T)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
</context>
    <context>
        <name>hipwright::PlaneChooser</name>
        <message>
            <source>Plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>Plane of the stages</source>
            <translation>阶段图的平面</translation>
        </message>
        <message>
            <source>The coronal plane that the pictures of the stages show</source>
            <translation>各阶段图片所示的冠状面</translation>
        </message>
</context>
    <context>
        <name>Error</name>
        <message>
            <source>There is no file {path}.</source>
            <translation>没有文件 {path}。</translation>
        </message>
        <message>
            <source>Check the spelling, or choose the file again.</source>
            <translation>检查拼写，或重新选择文件。</translation>
        </message>
        <message>
            <source>The file {path} cannot be read: {reason}.</source>
            <translation>无法读取文件 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Check that you may read it and that it is not a folder.</source>
            <translation>确认有读取权限，且它不是文件夹。</translation>
        </message>
        <message>
            <source>The file {path} cannot be written: {reason}.</source>
            <translation>无法写入文件 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Choose a folder that is there and that you may write to, with room enough, and a name that is not too long.</source>
            <translation>请选择存在、有写入权限且空间足够的文件夹，并使用不太长的文件名。</translation>
        </message>
        <message>
            <source>The file {path} is cut short: it has {have} of the {need} bytes its header announces.</source>
            <translation>文件 {path} 不完整：文件头声明 {need} 字节，实际只有 {have} 字节。</translation>
        </message>
        <message>
            <source>Copy or export the file again.</source>
            <translation>重新复制或导出该文件。</translation>
        </message>
        <message>
            <source>The file {path} is damaged: {reason}.</source>
            <translation>文件 {path} 已损坏：{reason}。</translation>
        </message>
        <message>
            <source>The file {path} is not a file Hipwright can read: {reason}.</source>
            <translation>Hipwright 无法读取文件 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Give {expected}.</source>
            <translation>需要的是：{expected}。</translation>
        </message>
        <message>
            <source>The header of {path} makes no sense: {reason}.</source>
            <translation>{path} 的文件头不合理：{reason}。</translation>
        </message>
        <message>
            <source>Export the CT again, or repair the header with another program.</source>
            <translation>重新导出 CT，或用其他程序修复文件头。</translation>
        </message>
        <message>
            <source>The file {path} is not one CT volume: {reason}.</source>
            <translation>文件 {path} 不是单个 CT 体数据：{reason}。</translation>
        </message>
        <message>
            <source>Give a single three-dimensional CT.</source>
            <translation>提供单个三维 CT。</translation>
        </message>
        <message>
            <source>The voxels of {path} are of a kind that is not a CT: {type}.</source>
            <translation>{path} 的体素类型不是 CT：{type}。</translation>
        </message>
        <message>
            <source>Export it with one integer or real number per voxel.</source>
            <translation>导出时每个体素用一个整数或实数。</translation>
        </message>
        <message>
            <source>This CT cannot be used with this model: {reasons}.</source>
            <translation>此 CT 不能用于该模型：{reasons}。</translation>
        </message>
        <message>
            <source>Change what is named there, or give another CT of the hip.</source>
            <translation>请更改其中指出的问题，或提供另一份髋部 CT。</translation>
        </message>
        <message>
            <source>The CT {path} has {count} voxels that are not numbers.</source>
            <translation>CT {path} 中有 {count} 个体素不是数值。</translation>
        </message>
        <message>
            <source>Export it again, or replace them by -1024 with another program.</source>
            <translation>重新导出，或用其他程序将其替换为 -1024。</translation>
        </message>
        <message>
            <source>The volume has no usable geometry: {reason}.</source>
            <translation>体数据没有可用的几何信息：{reason}。</translation>
        </message>
        <message>
            <source>Export the CT again with its spacing and orientation.</source>
            <translation>重新导出 CT，并保留间距和方向。</translation>
        </message>
        <message>
            <source>The volume {path} needs {need} of memory and {have} are free.</source>
            <translation>体数据 {path} 需要 {need} 内存，可用 {have}。</translation>
        </message>
        <message>
            <source>Crop the CT to the hip, or use a computer with more memory.</source>
            <translation>将 CT 裁剪到髋部，或使用内存更大的计算机。</translation>
        </message>
        <message>
            <source>The checkpoint {path} is in the format that PyTorch used before 1.6.</source>
            <translation>权重文件 {path} 是 PyTorch 1.6 之前的格式。</translation>
        </message>
        <message>
            <source>Convert it in Python: torch.save(torch.load(old), new).</source>
            <translation>在 Python 中转换：torch.save(torch.load(old), new)。</translation>
        </message>
        <message>
            <source>The checkpoint {path} asks for {name}, which a closed reader does not do.</source>
            <translation>权重文件 {path} 要求 {name}，封闭读取器不执行。</translation>
        </message>
        <message>
            <source>Save only tensors, numbers, texts, lists and dictionaries, for example the state_dict.</source>
            <translation>只保存张量、数字、文本、列表和字典，例如 state_dict。</translation>
        </message>
        <message>
            <source>The checkpoint {path} cannot be used: {reason}.</source>
            <translation>无法使用权重文件 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Check that it is the right file and that it was copied completely.</source>
            <translation>确认文件正确且已完整复制。</translation>
        </message>
        <message>
            <source>The checkpoint {path} does not fit the network of the profile:
{table}</source>
            <translation>权重文件 {path} 与配置的网络不匹配：
{table}</translation>
        </message>
        <message>
            <source>Choose the checkpoint that belongs to this model, or the profile that belongs to this checkpoint.</source>
            <translation>选择属于此模型的权重文件，或属于此权重文件的配置。</translation>
        </message>
        <message>
            <source>The model profile {path} cannot be used: {reason}.</source>
            <translation>无法使用模型配置 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Correct this field, or remove it to use the default.</source>
            <translation>更正此字段，或删除它以使用默认值。</translation>
        </message>
        <message>
            <source>No model was found: {reason}.</source>
            <translation>找不到模型：{reason}。</translation>
        </message>
        <message>
            <source>Give one with --model DIR, or with --vae-pre, --vae-metal and --ldm.</source>
            <translation>选择模型组；命令行用 --model DIR，或 --vae-pre、--vae-metal 和 --ldm。</translation>
        </message>
        <message>
            <source>The network cannot work on this size: {reason}.</source>
            <translation>网络无法处理此尺寸：{reason}。</translation>
        </message>
        <message>
            <source>Use a profile whose window and pad multiple fit its networks.</source>
            <translation>使用窗口与填充倍数符合其网络的配置。</translation>
        </message>
        <message>
            <source>The model produced values that are not numbers in {phase}.</source>
            <translation>模型在 {phase} 阶段产生了非数值。</translation>
        </message>
        <message>
            <source>Try --no-amp; if it stays, the weights are damaged or do not belong together.</source>
            <translation>关闭混合精度（--no-amp）再试；若仍如此，则权重已损坏或不配套。</translation>
        </message>
        <message>
            <source>The settings cannot be used: {problems}.</source>
            <translation>无法使用这些设置：{problems}。</translation>
        </message>
        <message>
            <source>Correct them and start again.</source>
            <translation>更正后重新开始。</translation>
        </message>
        <message>
            <source>The file {path} is not a usable run or settings file: {reason}.</source>
            <translation>文件 {path} 不是可用的运行或设置文件：{reason}。</translation>
        </message>
        <message>
            <source>Choose the run.json of a finished run, or the folder of an interrupted one.</source>
            <translation>选择已完成运行的 run.json，或中断运行的文件夹。</translation>
        </message>
        <message>
            <source>The preset {path} cannot be used: {reason}.</source>
            <translation>无法使用预设 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Correct the file, or take it out of the folder of presets.</source>
            <translation>更正该文件，或将其移出预设文件夹。</translation>
        </message>
        <message>
            <source>A preset cannot be called "{name}": {reason}.</source>
            <translation>预设不能命名为“{name}”：{reason}。</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>换一个名称。</translation>
        </message>
        <message>
            <source>The preset {name} comes with Hipwright and stays as it is.</source>
            <translation>预设 {name} 随 Hipwright 提供，不可更改。</translation>
        </message>
        <message>
            <source>Save a copy of it under another name.</source>
            <translation>以其他名称保存副本。</translation>
        </message>
        <message>
            <source>The device {device} is not available: {reason}.</source>
            <translation>设备 {device} 不可用：{reason}。</translation>
        </message>
        <message>
            <source>Use --device cpu, or auto to let Hipwright choose.</source>
            <translation>设备选择处理器（--device cpu），或选自动由 Hipwright 决定。</translation>
        </message>
        <message>
            <source>The field has no surface: {reason}.</source>
            <translation>距离场没有表面：{reason}。</translation>
        </message>
        <message>
            <source>Look at the stages; try another seed or another guidance value.</source>
            <translation>查看各阶段；尝试其他种子或引导值。</translation>
        </message>
        <message>
            <source>The folder {path} is not a complete reference case: {reason}.</source>
            <translation>文件夹 {path} 不是完整的参考病例：{reason}。</translation>
        </message>
        <message>
            <source>Give a folder with config.json, checkpoints and arrays.</source>
            <translation>提供包含 config.json、权重和数组的文件夹。</translation>
        </message>
        <message>
            <source>Another run is writing into {path} at this moment.</source>
            <translation>另一个运行此刻正在写入 {path}。</translation>
        </message>
        <message>
            <source>Wait until it has ended; its result will be found then.</source>
            <translation>等它结束；届时会找到其结果。</translation>
        </message>
        <message>
            <source>The run needs {need} more memory and {have} are free.</source>
            <translation>本次运行还需要 {need} 内存，而可用内存为 {have}。</translation>
        </message>
        <message>
            <source>Use --tiled: in windows it needs {less} more.</source>
            <translation>使用分块（--tiled）：分块时还需要 {less}。</translation>
        </message>
        <message>
            <source>Close other programs, or choose a smaller region (--roi, in windows): {percent} % of this one's length along each axis would fit.</source>
            <translation>关闭其他程序，或选择更小的区域（--roi，分块）：各轴长度为当前区域的 {percent}% 时可以容纳。</translation>
        </message>
        <message>
            <source>Close other programs, or use a computer with more memory: the smallest region still needs {least} more with this model.</source>
            <translation>关闭其他程序，或使用内存更大的计算机：使用此模型时，最小的区域仍还需要 {least}。</translation>
        </message>
        <message>
            <source>The memory did not suffice for {phase}.</source>
            <translation>内存不足以完成 {phase}。</translation>
        </message>
        <message>
            <source>Close other programs and start again, with --tiled or a smaller region if it stays.</source>
            <translation>关闭其他程序后重新开始；若仍不足，使用分块（--tiled）或更小的区域。</translation>
        </message>
        <message>
            <source>The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free; the denoising done so far is kept in {folder}.</source>
            <translation>设备内存不足以完成 {phase}；改用处理器还需要 {need} 内存，而可用内存为 {have}；已完成的去噪保留在 {folder}。</translation>
        </message>
        <message>
            <source>Close other programs and go on with: hipwright-cli infer --from "{folder}". With --tiled or a smaller region (--roi) the denoising starts anew.</source>
            <translation>请关闭其他程序，然后用以下命令继续：hipwright-cli infer --from "{folder}"。若改用 --tiled 或更小的区域（--roi），去噪将重新开始。</translation>
        </message>
        <message>
            <source>The memory did not suffice for {phase}; the denoising done so far is kept in {folder}.</source>
            <translation>内存不足以完成 {phase}；已完成的去噪保留在 {folder}。</translation>
        </message>
        <message>
            <source>The memory of the device did not suffice for {phase}, and on the processor the run needs {need} more memory and {have} are free.</source>
            <translation>设备内存不足以完成 {phase}；改用处理器还需要 {need} 内存，而可用内存为 {have}。</translation>
        </message>
        <message>
            <source>Close other programs and start again. If it stays, use --tiled or a smaller region (--roi).</source>
            <translation>请关闭其他程序后重新开始。若仍然不足，请使用 --tiled 或更小的区域（--roi）。</translation>
        </message>
        <message>
            <source>The surface needs more than {limit} points, more than a mesh can hold.</source>
            <translation>表面需要超过 {limit} 个点，超出网格所能容纳。</translation>
        </message>
        <message>
            <source>Look at the field: a field this rough is noise; try another seed or another guidance value.</source>
            <translation>查看距离场：如此粗糙的场是噪声；尝试其他种子或引导值。</translation>
        </message>
        <message>
            <source>The device {device} failed: {reason}.</source>
            <translation>设备 {device} 出错：{reason}。</translation>
        </message>
        <message>
            <source>Try again, or use --device cpu.</source>
            <translation>重试，或改用处理器（--device cpu）。</translation>
        </message>
        <message>
            <source>Something went wrong inside Hipwright: {reason}.</source>
            <translation>Hipwright 内部出错：{reason}。</translation>
        </message>
        <message>
            <source>Report this text together with the request; nothing that was written before is lost.</source>
            <translation>将此文字连同请求一并报告；之前写入的内容不会丢失。</translation>
        </message>
        <message>
            <source>The file {path} names {name} as the file of its voxels, which does not lie beside it.</source>
            <translation>文件 {path} 指定 {name} 为体素数据文件，但该文件不在同一文件夹中。</translation>
        </message>
        <message>
            <source>Put both files into one folder and name the data file without a path.</source>
            <translation>请把两个文件放在同一文件夹中，并在指定数据文件时不带路径。</translation>
        </message>
        <message>
            <source>The folder {path} holds more than {limit}.</source>
            <translation>文件夹 {path} 中的内容超过 {limit}。</translation>
        </message>
        <message>
            <source>Choose the folder of the one CT, not a whole archive.</source>
            <translation>请选择单个 CT 的文件夹，而不是整个归档。</translation>
        </message>
        <message>
            <source>The folder {path} holds no CT: {reason}.</source>
            <translation>文件夹 {path} 中没有 CT：{reason}。</translation>
        </message>
        <message>
            <source>Choose the folder that holds the DICOM files of one CT.</source>
            <translation>请选择存放一个 CT 的 DICOM 文件的文件夹。</translation>
        </message>
        <message>
            <source>The folder {path} holds several CT series:
{table}
One of them has to be chosen.</source>
            <translation>文件夹 {path} 中有多个 CT 序列：
{table}
必须选择其中一个。</translation>
        </message>
        <message>
            <source>Give its number with --series, or one file of the series instead of the folder.</source>
            <translation>请用 --series 给出其编号，或给出该序列中的一个文件而不是文件夹。</translation>
        </message>
        <message>
            <source>The folder {path} has no CT series {series}:
{table}</source>
            <translation>文件夹 {path} 中没有 CT 序列 {series}：
{table}</translation>
        </message>
        <message>
            <source>Give the number of one of these.</source>
            <translation>请给出其中一个的编号。</translation>
        </message>
        <message>
            <source>The slices of {path} do not make one volume: {reason}.</source>
            <translation>{path} 的切片不能组成一个体数据：{reason}。</translation>
        </message>
        <message>
            <source>Export the series again, completely and without other series.</source>
            <translation>请重新导出完整的序列，不要包含其他序列。</translation>
        </message>
        <message>
            <source>The DICOM file {path} is of a kind Hipwright does not read: {reason}.</source>
            <translation>Hipwright 不能读取这种 DICOM 文件 {path}：{reason}。</translation>
        </message>
        <message>
            <source>Export the CT as single uncompressed slices, or as NIfTI.</source>
            <translation>请将 CT 导出为未压缩的单张切片，或导出为 NIfTI。</translation>
        </message>
</context>
    <context>
        <name>RequestField</name>
        <message>
            <source>How strongly the implant follows this patient's anatomy: 0 ignores it, 1 follows it plainly, 3 to 7 is recommended, above 10 distorts.</source>
            <translation>假体遵循该患者解剖的强度：0 不参考，1 普通遵循，推荐 3 至 7，超过 10 会失真。</translation>
        </message>
        <message>
            <source>Denoising steps: 50 is usually enough, 100 or 200 for the finest detail.</source>
            <translation>去噪步数：通常 50 步足够，需要最精细的细节时用 100 或 200 步。</translation>
        </message>
        <message>
            <source>Windows computed together on a GPU: less needs less memory, the result stays the same.</source>
            <translation>GPU 上同时计算的窗口数：越少所需内存越少，结果不变。</translation>
        </message>
        <message>
            <source>Processor threads; 0 takes one per processor.</source>
            <translation>处理器线程数；0 表示每个处理器一个。</translation>
        </message>
        <message>
            <source>Approximate live pictures during denoising.</source>
            <translation>去噪过程中的近似实时图片。</translation>
        </message>
        <message>
            <source>The grid the networks work on: the model's, or the CT's own voxels as they are.</source>
            <translation>网络所用的网格：模型网格，或 CT 自身的体素。</translation>
        </message>
        <message>
            <source>The hip to work on; without a choice, the one that is found.</source>
            <translation>要处理的髋部；不指定则采用识别出的一侧。</translation>
        </message>
        <message>
            <source>The part of the CT the networks see: around the joint, the whole CT, or a box.</source>
            <translation>网络看到的 CT 部分：关节周围、整个 CT 或一个方框。</translation>
        </message>
</context>
    <context>
        <name>Sentence</name>
        <message>
            <source>Values from {low} to {high} HU.</source>
            <translation>数值范围 {low} 至 {high} HU。</translation>
        </message>
        <message>
            <source>Values span only {low} to {high}.</source>
            <translation>数值仅在 {low} 至 {high} 之间。</translation>
        </message>
        <message>
            <source>Values from {low} to {high}, most around {middle}: shifted by about 1024.</source>
            <translation>数值范围 {low} 至 {high}，多数在 {middle} 附近：偏移约 1024。</translation>
        </message>
        <message>
            <source>Values from {low} to {high}, most around {middle}: half of them are denser than any bone.</source>
            <translation>数值范围 {low} 至 {high}，多数在 {middle} 附近：一半比任何骨骼都更致密。</translation>
        </message>
        <message>
            <source>Values from {low} to {high}, most around {middle}: about 1024 too low, as if the intercept had been subtracted twice.</source>
            <translation>数值范围 {low} 至 {high}，多数在 {middle} 附近：约低 1024，似乎截距被减了两次。</translation>
        </message>
        <message>
            <source>Air seems to lie around {air} HU instead of -1000.</source>
            <translation>空气似乎在 {air} HU 附近，而不是 −1000。</translation>
        </message>
        <message>
            <source>Most of the body lies around {body} HU, where neither fat (-100) nor muscle (50) belongs.</source>
            <translation>身体的大部分在 {body} HU 附近，既不是脂肪（−100）也不是肌肉（50）的数值。</translation>
        </message>
        <message>
            <source>Neither air nor fat is in view to check the scale by; most of the body lies around {body} HU and the densest bone at {bone} HU, where muscle (50) and cortex (600 to 1800) seldom do.</source>
            <translation>视野内没有空气和脂肪可用于核对数值比例；身体的大部分在 {body} HU 附近，最致密的骨为 {bone} HU，肌肉（50）和骨皮质（600 至 1800）很少如此。</translation>
        </message>
        <message>
            <source>Fat and muscle seem to lie around {fat} and {muscle} HU instead of -100 and 50.</source>
            <translation>脂肪和肌肉似乎在 {fat} 和 {muscle} HU 附近，而不是 −100 和 50。</translation>
        </message>
        <message>
            <source>{percent} % of the values lie below -1100 HU, lower than air.</source>
            <translation>{percent} % 的数值低于 −1100 HU，比空气还低。</translation>
        </message>
        <message>
            <source>No scanner measures values that large; what the model does not know is taken for air or metal.</source>
            <translation>没有扫描仪会测得如此大的数值；超出模型范围的部分视为空气或金属。</translation>
        </message>
        <message>
            <source>These are no Hounsfield units; export the CT with its rescale slope and intercept.</source>
            <translation>这些不是 HU 值；导出 CT 时保留缩放斜率和截距。</translation>
        </message>
        <message>
            <source>Export the CT with its rescale intercept, or subtract 1024.</source>
            <translation>导出 CT 时保留缩放截距，或减去 1024。</translation>
        </message>
        <message>
            <source>Export the CT with its rescale intercept used once, or add 1024.</source>
            <translation>导出 CT 时只使用一次缩放截距，或加上 1024。</translation>
        </message>
        <message>
            <source>The values seem to be scaled or shifted; check the rescale slope and intercept, because the model tells bone by its HU.</source>
            <translation>数值似乎被缩放或偏移；检查缩放斜率和截距，因为模型依据 HU 识别骨。</translation>
        </message>
        <message>
            <source>No value is as dense as bone.</source>
            <translation>没有达到骨密度的数值。</translation>
        </message>
        <message>
            <source>What is below -1024 HU is taken for air.</source>
            <translation>低于 −1024 HU 的部分视为空气。</translation>
        </message>
        <message>
            <source>Voxels are {x} x {y} x {z} mm; the model works on {model_x} x {model_y} x {model_z} mm.</source>
            <translation>体素为 {x} × {y} × {z} mm；模型使用 {model_x} × {model_y} × {model_z} mm。</translation>
        </message>
        <message>
            <source>Too coarse to show a hip; give a CT with voxels of 3 mm at most.</source>
            <translation>过于粗糙，无法显示髋部；请提供体素不超过 3 mm 的 CT。</translation>
        </message>
        <message>
            <source>The whole CT is smaller than 5 mm: its header seems to count in another unit than millimetres. Export it in millimetres.</source>
            <translation>整个 CT 小于 5 mm：其文件头的单位似乎不是毫米。请以毫米为单位导出。</translation>
        </message>
        <message>
            <source>Resampled to the model's grid; results are mapped back.</source>
            <translation>重采样至模型网格；结果再映射回原网格。</translation>
        </message>
        <message>
            <source>Used as they are: the model may take the hip for a larger or smaller one.</source>
            <translation>按原样使用：模型可能把髋部当成更大或更小。</translation>
        </message>
        <message>
            <source>Index axes run towards {axes}.</source>
            <translation>索引轴指向 {axes}。</translation>
        </message>
        <message>
            <source>Index axes run towards {axes}, {degrees} degrees oblique.</source>
            <translation>索引轴指向 {axes}，倾斜 {degrees}°。</translation>
        </message>
        <message>
            <source>Used as they are; the model was trained on {axes}.</source>
            <translation>按原样使用；模型以 {axes} 训练。</translation>
        </message>
        <message>
            <source>Turned to {axes}.</source>
            <translation>转为 {axes}。</translation>
        </message>
        <message>
            <source>Turned to {axes}, then mirrored.</source>
            <translation>转为 {axes}，再镜像。</translation>
        </message>
        <message>
            <source>The side is not known; the model takes either.</source>
            <translation>侧别未知；模型支持左右两侧。</translation>
        </message>
        <message>
            <source>The side is not known, and nobody looked for it; the model was trained on left hips.</source>
            <translation>侧别未知，也未作识别；模型以左髋训练。</translation>
        </message>
        <message>
            <source>The side is not known, and nobody looked for it; the model was trained on right hips.</source>
            <translation>侧别未知，也未作识别；模型以右髋训练。</translation>
        </message>
        <message>
            <source>The left hip was asked for.</source>
            <translation>已指定左髋。</translation>
        </message>
        <message>
            <source>The right hip was asked for.</source>
            <translation>已指定右髋。</translation>
        </message>
        <message>
            <source>Both hips were found; the left one is taken.</source>
            <translation>找到双侧髋部；采用左侧。</translation>
        </message>
        <message>
            <source>Both hips were found; the right one is taken.</source>
            <translation>找到双侧髋部；采用右侧。</translation>
        </message>
        <message>
            <source>Both hips were found, and the model sees both at once; the CT is taken for that of a left one.</source>
            <translation>找到双侧髋部，模型同时看到两侧；此 CT 按左髋处理。</translation>
        </message>
        <message>
            <source>Both hips were found, and the model sees both at once; the CT is taken for that of a right one.</source>
            <translation>找到双侧髋部，模型同时看到两侧；此 CT 按右髋处理。</translation>
        </message>
        <message>
            <source>This is a left hip.</source>
            <translation>这是左髋。</translation>
        </message>
        <message>
            <source>This is a right hip.</source>
            <translation>这是右髋。</translation>
        </message>
        <message>
            <source>No hip was recognised; it is taken for a left one.</source>
            <translation>未识别出髋部；按左髋处理。</translation>
        </message>
        <message>
            <source>No hip was recognised; it is taken for a right one.</source>
            <translation>未识别出髋部；按右髋处理。</translation>
        </message>
        <message>
            <source>The region does not tell which of the hips it shows; it is taken for a left one.</source>
            <translation>从该区域无法判断是哪一侧髋部；按左髋处理。</translation>
        </message>
        <message>
            <source>The region does not tell which of the hips it shows; it is taken for a right one.</source>
            <translation>从该区域无法判断是哪一侧髋部；按右髋处理。</translation>
        </message>
        <message>
            <source>The side was not looked for; it is taken for a left hip.</source>
            <translation>未识别侧别；按左髋处理。</translation>
        </message>
        <message>
            <source>The side was not looked for; it is taken for a right hip.</source>
            <translation>未识别侧别；按右髋处理。</translation>
        </message>
        <message>
            <source>What the CT shows there looks like a left hip.</source>
            <translation>CT 在该处显示的看起来是左髋。</translation>
        </message>
        <message>
            <source>What the CT shows there looks like a right hip.</source>
            <translation>CT 在该处显示的看起来是右髋。</translation>
        </message>
        <message>
            <source>Taken as asked; on the wrong side the result is useless, so check the side.</source>
            <translation>按指定处理；侧别错误则结果无用，务必核对侧别。</translation>
        </message>
        <message>
            <source>Its joint is not certain: it is {alike} % alike, {head} % of its head and {socket} % of its socket are as dense as bone, and {seen} % of what surrounds it lies in the CT.</source>
            <translation>其关节不确定：相似度为 {alike} %，股骨头的 {head} % 和髋臼的 {socket} % 达到骨的密度，周围的 {seen} % 位于 CT 内。</translation>
        </message>
        <message>
            <source>Check in the slices that the joint lies there and is whole; else choose region and side yourself.</source>
            <translation>请在切片中核对关节确实在该处且完整；否则请自行选择区域和侧别。</translation>
        </message>
        <message>
            <source>A left and a right hip look almost equally alike.</source>
            <translation>与左髋和右髋的相似程度几乎相同。</translation>
        </message>
        <message>
            <source>No hip was recognised that would confirm it.</source>
            <translation>未识别出可证实这一点的髋部。</translation>
        </message>
        <message>
            <source>If you know the side, state it: --side left or right, or Side under Settings in the window.</source>
            <translation>如果知道侧别，请指定：--side left 或 right，或在窗口“设置”的“侧别”中选择。</translation>
        </message>
        <message>
            <source>Mirrored to the model's side, and the result back.</source>
            <translation>镜像到模型一侧，结果再镜像回来。</translation>
        </message>
        <message>
            <source>No hip was found in this CT, which is much larger than what the model was trained on.</source>
            <translation>此 CT 远大于模型的训练数据，且未找到髋部。</translation>
        </message>
        <message>
            <source>Give a CT that shows a whole hip joint, choose a region and state its side, or ask for the whole CT.</source>
            <translation>提供显示完整髋关节的 CT，选择一个区域并指定侧别，或要求使用整个 CT。</translation>
        </message>
        <message>
            <source>The whole CT is used.</source>
            <translation>使用整个 CT。</translation>
        </message>
        <message>
            <source>The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm; {empty} % of it lies outside the CT.</source>
            <translation>区域从 {x0}, {y0}, {z0} 到 {x1}, {y1}, {z1} mm；其中 {empty} % 在 CT 之外。</translation>
        </message>
        <message>
            <source>The region from {x0}, {y0}, {z0} to {x1}, {y1}, {z1} mm around the joint at {x}, {y}, {z}; {empty} % of it lies outside the CT.</source>
            <translation>区域从 {x0}, {y0}, {z0} 到 {x1}, {y1}, {z1} mm，围绕位于 {x}, {y}, {z} 的关节；其中 {empty} % 在 CT 之外。</translation>
        </message>
        <message>
            <source>There is nothing to work on; choose a region within the CT.</source>
            <translation>没有可处理的内容；选择 CT 范围内的区域。</translation>
        </message>
        <message>
            <source>Cut out.</source>
            <translation>已裁出。</translation>
        </message>
        <message>
            <source>Cut out; what is missing is taken for air, which no training case had.</source>
            <translation>已裁出；缺失部分视为空气，训练数据中没有这种情况。</translation>
        </message>
        <message>
            <source>The model does not state what size it was trained on.</source>
            <translation>模型未说明训练尺寸。</translation>
        </message>
        <message>
            <source>The model sees {x} x {y} x {z} mm and was trained on {trained_x} x {trained_y} x {trained_z} mm.</source>
            <translation>模型看到 {x} × {y} × {z} mm，训练尺寸为 {trained_x} × {trained_y} × {trained_z} mm。</translation>
        </message>
        <message>
            <source>Too little to show a hip; choose a region of about the trained size.</source>
            <translation>范围过小，无法显示髋部；选择与训练尺寸相近的区域。</translation>
        </message>
        <message>
            <source>Too little to show a hip; give a CT of about the trained size, and check that its header counts in millimetres.</source>
            <translation>范围过小，无法显示髋部；请提供与训练尺寸相近的 CT，并核对其文件头以毫米为单位。</translation>
        </message>
        <message>
            <source>Padded with air.</source>
            <translation>以空气填充。</translation>
        </message>
        <message>
            <source>Used whole; a region around one hip is what the model knows.</source>
            <translation>整体使用；模型熟悉的是单侧髋部周围的区域。</translation>
        </message>
        <message>
            <source>The CT does not cut bone of the region.</source>
            <translation>CT 边界未切断区域内的骨。</translation>
        </message>
        <message>
            <source>The CT cuts bone only where the model&apos;s training cases ended too.</source>
            <translation>CT 仅在模型训练病例同样截止之处切断骨。</translation>
        </message>
        <message>
            <source>Whether the CT cuts bone too early was not judged: the model does not state what it was trained on.</source>
            <translation>未判断 CT 是否过早切断骨：模型未说明其训练范围。</translation>
        </message>
        <message>
            <source>Whether the CT cuts bone too early was not judged: no joint was found to compare with.</source>
            <translation>未判断 CT 是否过早切断骨：未找到可供比较的关节。</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its right border, and the model should see more of it.</source>
            <translation>CT 在右边界切断 {cm2} cm² 的骨，而模型本应看到更多骨。</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its front border, and the model should see more of it.</source>
            <translation>CT 在前边界切断 {cm2} cm² 的骨，而模型本应看到更多骨。</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its lower border, and the model should see more of it.</source>
            <translation>CT 在下边界切断 {cm2} cm² 的骨，而模型本应看到更多骨。</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its left border, and the model should see more of it.</source>
            <translation>CT 在左边界切断 {cm2} cm² 的骨，而模型本应看到更多骨。</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its back border, and the model should see more of it.</source>
            <translation>CT 在后边界切断 {cm2} cm² 的骨，而模型本应看到更多骨。</translation>
        </message>
        <message>
            <source>The CT cuts {cm2} cm2 of bone at its upper border, and the model should see more of it.</source>
            <translation>CT 在上边界切断 {cm2} cm² 的骨，而模型本应看到更多骨。</translation>
        </message>
        <message>
            <source>What is missing is taken for air.</source>
            <translation>缺失部分视为空气。</translation>
        </message>
        <message>
            <source>No metal.</source>
            <translation>无金属。</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal around {x}, {y}, {z} mm, outside the region.</source>
            <translation>{x}, {y}, {z} mm 附近有 {cm3} cm³ 金属，位于区域外。</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal around {x}, {y}, {z} mm, on the left, outside the region.</source>
            <translation>左侧 {x}, {y}, {z} mm 附近有 {cm3} cm³ 金属，位于区域外。</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal around {x}, {y}, {z} mm, on the right, outside the region.</source>
            <translation>右侧 {x}, {y}, {z} mm 附近有 {cm3} cm³ 金属，位于区域外。</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm.</source>
            <translation>区域内有 {cm3} cm³ 金属（{percent} % 高于 {hu} HU），位于 {x}, {y}, {z} mm 附近。</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the left.</source>
            <translation>区域内左侧有 {cm3} cm³ 金属（{percent} % 高于 {hu} HU），位于 {x}, {y}, {z} mm 附近。</translation>
        </message>
        <message>
            <source>{cm3} cm3 of metal in the region ({percent} % of it above {hu} HU), around {x}, {y}, {z} mm, on the right.</source>
            <translation>区域内右侧有 {cm3} cm³ 金属（{percent} % 高于 {hu} HU），位于 {x}, {y}, {z} mm 附近。</translation>
        </message>
        <message>
            <source>Used as it is; the model was made for hips without metal.</source>
            <translation>按原样使用；模型针对无金属的髋部。</translation>
        </message>
        <message>
            <source>The header gives lengths in {unit}; they were converted to millimetres.</source>
            <translation>文件头的长度单位为 {unit}；已换算为毫米。</translation>
        </message>
        <message>
            <source>The header names no known unit of length; millimetres were assumed.</source>
            <translation>文件头没有已知的长度单位；按毫米处理。</translation>
        </message>
        <message>
            <source>The voxels are {least} to {most} mm wide, which is unusual for a CT; check its unit.</source>
            <translation>体素宽 {least} 至 {most} mm，对 CT 而言不寻常；检查其单位。</translation>
        </message>
        <message>
            <source>The header has a negative voxel size; its magnitude was used.</source>
            <translation>文件头的体素尺寸为负；已取其绝对值。</translation>
        </message>
        <message>
            <source>The header has a negative voxel size; that axis was turned round, as ITK reads it. Check the side before using a result.</source>
            <translation>文件头的体素尺寸为负；已按 ITK 的读法反转该轴。使用结果前请核对左右侧。</translation>
        </message>
        <message>
            <source>The voxel size of the sform ({used} mm) differs from the one stated apart ({stated} mm); the sform was used.</source>
            <translation>sform 的体素尺寸（{used} mm）与另行注明的（{stated} mm）不同；采用 sform。</translation>
        </message>
        <message>
            <source>The axes of the header's {source} are not quite perpendicular; straightening them moved the far corner by {mm} mm.</source>
            <translation>文件头 {source} 的轴不完全垂直；校正后最远角移动了 {mm} mm。</translation>
        </message>
        <message>
            <source>The header's sform and qform disagree by up to {mm} mm; the sform was used.</source>
            <translation>文件头的 sform 与 qform 相差最多 {mm} mm；采用 sform。</translation>
        </message>
        <message>
            <source>The header's sform {problem}; the qform was used.</source>
            <translation>文件头的 sform 无法使用（{problem}）；采用 qform。</translation>
        </message>
        <message>
            <source>The header's sform {problem}, and its qform lies up to {mm} mm away from it; the qform was used.</source>
            <translation>文件头的 sform 无法使用（{problem}），且 qform 与其相差最多 {mm} mm；采用 qform。</translation>
        </message>
        <message>
            <source>The header does not say how the patient lies; {assumed}. Check the side before using a result.</source>
            <translation>文件头未说明患者体位；{assumed}。使用结果前检查侧别。</translation>
        </message>
        <message>
            <source>The header does not say where the patient lies; the first voxel was put at 0, 0, 0.</source>
            <translation>文件头未说明患者位置；第一个体素置于 0, 0, 0。</translation>
        </message>
        <message>
            <source>The header calls its axes {stated}, but its transform matrix makes them {used}; the matrix was used. Check the side before using a result.</source>
            <translation>文件头称其轴向为 {stated}，但其变换矩阵表示 {used}；已采用矩阵。使用结果前请核对左右侧。</translation>
        </message>
        <message>
            <source>The header says {stated} bits per voxel, but its {type} voxels have {real}.</source>
            <translation>文件头称每体素 {stated} 位，但其 {type} 体素为 {real} 位。</translation>
        </message>
        <message>
            <source>{count} bytes behind the voxels were ignored.</source>
            <translation>忽略了体素之后的 {count} 字节。</translation>
        </message>
        <message>
            <source>{count} voxels were not numbers; they were taken as air (-1024 HU).</source>
            <translation>{count} 个体素不是数值；视为空气（−1024 HU）。</translation>
        </message>
        <message>
            <source>The folder holds {count} series; the only one that is a CT volume was read.</source>
            <translation>文件夹含 {count} 个序列；读取了其中唯一的 CT 体数据。</translation>
        </message>
        <message>
            <source>Files of the series ({count}: {names}) were left out: {reason}.</source>
            <translation>序列中有 {count} 个文件未使用（{names}）：{reason}。</translation>
        </message>
        <message>
            <source>Slices that may belong to the volume ({count}: {names}) were left out: {reason}. The CT may end too early there.</source>
            <translation>有 {count} 个可能属于该体数据的切片未使用（{names}）：{reason}。CT 在该处可能不完整。</translation>
        </message>
        <message>
            <source>Folders that lie deeper than {depth} levels ({count}) were not looked into; slices may be missing.</source>
            <translation>有 {count} 个文件夹的层级超过 {depth} 层，未被查看；切片可能不全。</translation>
        </message>
        <message>
            <source>Links that lead out of the folder or nowhere ({count}) were not followed; slices may be missing.</source>
            <translation>有 {count} 个链接指向文件夹之外或已失效，未被跟随；切片可能不全。</translation>
        </message>
        <message>
            <source>The slices are numbered from {first} to {last}, but only {count} of these {all} are there; there is no gap between them, so the CT was taken as complete.</source>
            <translation>切片编号为 {first} 至 {last}，但这 {all} 个编号中只有 {count} 个存在；切片之间没有空缺，因此视为完整的 CT。</translation>
        </message>
        <message>
            <source>Missing slices ({count}) between {places} were interpolated from their neighbours.</source>
            <translation>{places} 之间缺失的 {count} 个切片由相邻切片插值得到。</translation>
        </message>
        <message>
            <source>The gaps between slices run from {least} to {most} mm; the slices were resampled to {mm} mm.</source>
            <translation>切片间距为 {least} 至 {most} mm；已重采样为 {mm} mm。</translation>
        </message>
        <message>
            <source>The distance between slices changes at slice {places} ({gaps} mm); they were resampled to {mm} mm, and what lies within the wider gaps was interpolated.</source>
            <translation>切片间距在切片 {places} 处改变（{gaps} mm）；已重采样为 {mm} mm，较宽间隙内为插值。</translation>
        </message>
        <message>
            <source>The gantry was tilted by {degrees} degrees; the slices were moved within their planes by up to {mm} mm to stand upright.</source>
            <translation>机架倾斜 {degrees}°；切片在其平面内移动最多 {mm} mm 以恢复直立。</translation>
        </message>
        <message>
            <source>The orientations of the slices differ slightly; their mean was taken, which moved the far corner of a slice by up to {mm} mm.</source>
            <translation>各切片的方向略有差异；采用其平均值，切片的远角因此最多移动 {mm} mm。</translation>
        </message>
        <message>
            <source>The slices are {thickness} mm thick and {gap} mm apart; the distance was used.</source>
            <translation>切片厚 {thickness} mm，间距 {gap} mm；采用间距。</translation>
        </message>
        <message>
            <source>Slices that are there twice ({count}: {places}) were used once.</source>
            <translation>重复的切片（{count} 个：{places}）只使用一次。</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) have another rescale slope or intercept than most; each slice got its own, and the values go on smoothly.</source>
            <translation>{all} 层中有 {count} 层（{names}）的重缩放斜率或截距与多数层不同；已按各层自身的值换算，数值连续。</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) have another rescale slope or intercept than most ({odd} instead of {usual}), and their values lie about {hu} HU apart from those of their neighbours; check them before using a result.</source>
            <translation>{all} 层中有 {count} 层（{names}）的重缩放斜率或截距与多数层不同（{odd}，而非 {usual}），其数值与相邻层相差约 {hu} HU；使用结果前请核对。</translation>
        </message>
        <message>
            <source>{count} pixels that the slices call padding were taken as air (-1024 HU).</source>
            <translation>切片标为填充值的 {count} 个像素被视为空气（−1024 HU）。</translation>
        </message>
        <message>
            <source>{count} pixels have a value that the slices call padding, but it stands for {least} to {most} HU, where tissue or metal can lie; they were kept as they are.</source>
            <translation>{count} 个像素的值被切片标为填充值，但对应 {least} 至 {most} HU，可能是组织或金属；这些像素保持原值。</translation>
        </message>
        <message>
            <source>{count} of {all} slices do not say how their values become HU; their stored values were taken.</source>
            <translation>{all} 个切片中有 {count} 个未说明数值如何换算为 HU；采用其存储值。</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) do not say how their values become HU; they were given the scale of the slices beside them ({scale}), with which the values go on smoothly.</source>
            <translation>{all} 个切片中有 {count} 个（{names}）未说明数值如何换算为 HU；采用相邻切片的换算（{scale}），数值由此平滑衔接。</translation>
        </message>
        <message>
            <source>{count} of {all} slices ({names}) do not say how their values become HU; their stored values were taken, which go on smoothly from those of their neighbours.</source>
            <translation>{all} 个切片中有 {count} 个（{names}）未说明数值如何换算为 HU；采用其存储值，与相邻切片的数值平滑衔接。</translation>
        </message>
        <message>
            <source>The slices were packed with loss before they came here; fine detail and exact HU may be missing.</source>
            <translation>切片曾经过有损压缩；细节可能缺失，HU 值也可能不准确。</translation>
        </message>
</context>
    <context>
        <name>Preflight</name>
        <message>
            <source>Fine</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Adapted</source>
            <translation>已适配</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Voxel size</source>
            <translation>体素尺寸</translation>
        </message>
        <message>
            <source>Orientation</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>侧别</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Metal</source>
            <translation>金属</translation>
        </message>
        <message>
            <source>Cut bone</source>
            <translation>骨截断</translation>
        </message>
        <message>
            <source>HU range</source>
            <translation>HU 范围</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
</context>
    <context>
        <name>SideText</name>
        <message>
            <source>Left (asked for)</source>
            <translation>左侧（已指定）</translation>
        </message>
        <message>
            <source>Left (found)</source>
            <translation>左侧（识别）</translation>
        </message>
        <message>
            <source>Left (assumed)</source>
            <translation>左侧（假定）</translation>
        </message>
        <message>
            <source>Left (from the name)</source>
            <translation>左侧（取自文件名）</translation>
        </message>
        <message>
            <source>Right (asked for)</source>
            <translation>右侧（已指定）</translation>
        </message>
        <message>
            <source>Right (found)</source>
            <translation>右侧（识别）</translation>
        </message>
        <message>
            <source>Right (assumed)</source>
            <translation>右侧（假定）</translation>
        </message>
        <message>
            <source>Right (from the name)</source>
            <translation>右侧（取自文件名）</translation>
        </message>
        <message>
            <source>Not stated</source>
            <translation>未注明</translation>
        </message>
        <message>
            <source>Left hip</source>
            <translation>左髋</translation>
        </message>
        <message>
            <source>Right hip</source>
            <translation>右髋</translation>
        </message>
</context>
    <context>
        <name>hipwright::SeriesDialog</name>
        <message>
            <source>Open series</source>
            <translation>打开序列</translation>
        </message>
        <message>
            <source>Choose a CT series</source>
            <translation>选择 CT 序列</translation>
        </message>
        <message>
            <source>CT series of the folder</source>
            <translation>文件夹中的 CT 序列</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Series %1</source>
            <translation>序列 %1</translation>
        </message>
        <message>
            <source>Cannot be used: %1</source>
            <translation>无法使用：%1</translation>
        </message>
        <message numerus="yes">
            <source>%1 holds %n CT series.</source>
            <translation>
                <numerusform>%1 含 %n 个 CT 序列。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n slice(s) of %1 × %2, %3</source>
            <translation>
                <numerusform>%n 个 %1 × %2 切片，%3</numerusform>
            </translation>
        </message>
</context>
    <context>
        <name>hipwright::HipChooser</name>
        <message>
            <source>Right hip</source>
            <translation>右髋</translation>
        </message>
        <message>
            <source>Left hip</source>
            <translation>左髋</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>区域</translation>
        </message>
        <message>
            <source>Back to the region the program proposes</source>
            <translation>恢复程序建议的区域</translation>
        </message>
        <message>
            <source>%1 × %2 × %3 mm</source>
            <translation>%1 × %2 × %3 mm</translation>
        </message>
        <message>
            <source>Whole CT</source>
            <translation>整个 CT</translation>
        </message>
        <message>
            <source>looking…</source>
            <translation>正在查找…</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>未找到</translation>
        </message>
        <message>
            <source>metal, %1 cm³</source>
            <translation>金属 %1 cm³</translation>
        </message>
        <message>
            <source>found</source>
            <translation>已找到</translation>
        </message>
        <message>
            <source>Plan this hip: go there, and take the region around it</source>
            <translation>规划此髋：转到该处，并采用其周围区域</translation>
        </message>
        <message>
            <source>It was not found in this CT. A side can be set under Settings.</source>
            <translation>在此 CT 中未找到。可在“设置”中指定侧别。</translation>
        </message>
        <message>
            <source>Put a box of the model's size around the crosshair</source>
            <translation>在十字线处放置一个模型尺寸的方框</translation>
        </message>
</context>
    <context>
        <name>hipwright::MismatchView</name>
        <message>
            <source>Not expected</source>
            <translation>多余</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <source>Wrong shape</source>
            <translation>形状不符</translation>
        </message>
        <message>
            <source>Kinds of problems</source>
            <translation>问题类型</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>键</translation>
        </message>
        <message>
            <source>Profile expects</source>
            <translation>配置要求</translation>
        </message>
        <message>
            <source>File has</source>
            <translation>文件内容</translation>
        </message>
        <message>
            <source>Keys that do not fit</source>
            <translation>不匹配的键</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>另有 %1 项</translation>
        </message>
</context>
    <context>
        <name>hipwright::PreflightList</name>
        <message numerus="yes">
            <source>%n check(s) passed</source>
            <translation>
                <numerusform>%n 项检查通过</numerusform>
            </translation>
        </message>
        <message>
            <source>Show or hide what was found to be fine</source>
            <translation>显示或隐藏已通过的检查</translation>
        </message>
</context>
    <context>
        <name>hipwright::ExportForm</name>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Also save</source>
            <translation>同时保存</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>A file of this name is there already and will be replaced.</source>
            <translation>同名文件已存在，将被替换。</translation>
        </message>
        <message>
            <source>STL binary</source>
            <translation>STL 二进制</translation>
        </message>
        <message>
            <source>STL text</source>
            <translation>STL 文本</translation>
        </message>
        <message>
            <source>LPS, patient, as DICOM</source>
            <translation>LPS，患者坐标，同 DICOM</translation>
        </message>
        <message>
            <source>x to the patient's left, y to the back, z to the head.</source>
            <translation>x 指向患者左侧，y 指向背侧，z 指向头侧。</translation>
        </message>
        <message>
            <source>RAS</source>
            <translation>RAS</translation>
        </message>
        <message>
            <source>x to the patient's right, y to the front, z to the head, as 3D Slicer's scene.</source>
            <translation>x 指向患者右侧，y 指向前方，z 指向头侧，同 3D Slicer 场景。</translation>
        </message>
        <message>
            <source>Voxel index</source>
            <translation>体素索引</translation>
        </message>
        <message>
            <source>Voxels of the CT instead of millimetres.</source>
            <translation>CT 的体素，而非毫米。</translation>
        </message>
        <message>
            <source>Fused CT</source>
            <translation>融合 CT</translation>
        </message>
        <message>
            <source>The CT with the implant in it, NIfTI.</source>
            <translation>含假体的 CT，NIfTI 格式。</translation>
        </message>
        <message>
            <source>SDF</source>
            <translation>SDF</translation>
        </message>
        <message>
            <source>The signed distance field of the implant, NIfTI.</source>
            <translation>假体的有符号距离场，NIfTI 格式。</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>The strip of the stages, PNG.</source>
            <translation>各阶段的胶片条，PNG 格式。</translation>
        </message>
        <message>
            <source>Print report</source>
            <translation>打印报告</translation>
        </message>
        <message>
            <source>The report below with the numbers of the triangles, JSON.</source>
            <translation>下方的报告及相应三角形编号，JSON 格式。</translation>
        </message>
        <message>
            <source>Bone surface</source>
            <translation>骨表面</translation>
        </message>
        <message>
            <source>The bone of the CT at 200 HU, in the same format.</source>
            <translation>CT 在 200 HU 处的骨表面，格式相同。</translation>
        </message>
        <message>
            <source>This run has not saved it.</source>
            <translation>此运行未保存该文件。</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <source>Export implant</source>
            <translation>导出假体</translation>
        </message>
        <message>
            <source>Surfaces (*.stl *.3mf *.ply *.obj)</source>
            <translation>表面 (*.stl *.3mf *.ply *.obj)</translation>
        </message>
        <message>
            <source>voxels</source>
            <translation>体素</translation>
        </message>
        <message>
            <source>STL holds no unit, choose millimetres in the slicer. 3MF keeps it.</source>
            <translation>STL 不含单位，在切片软件中选择毫米。3MF 会保留单位。</translation>
        </message>
        <message>
            <source>3MF holds the unit; slicers need not ask.</source>
            <translation>3MF 含单位，切片软件无需询问。</translation>
        </message>
        <message>
            <source>%1 holds no unit; ours is in a comment.</source>
            <translation>%1 不含单位，单位写在注释中。</translation>
        </message>
        <message>
            <source>Not for printing: for programs that work on the grid of the CT.</source>
            <translation>不用于打印，供使用 CT 网格的程序使用。</translation>
        </message>
        <message>
            <source>3MF is always in millimetres.</source>
            <translation>3MF 始终以毫米为单位。</translation>
        </message>
        <message>
            <source>This run drew no strip. Choose Strip only or Previews and strip under Stages, and repeat it.</source>
            <translation>此运行没有绘制胶片条。在“阶段”中选择“仅胶片条”或“预览与胶片条”，再重做一次。</translation>
        </message>
</context>
    <context>
        <name>hipwright::PartPreview</name>
        <message>
            <source>Preview of the implant</source>
            <translation>假体预览</translation>
        </message>
        <message>
            <source>Drag or use the arrow keys to turn, the wheel to zoom, 0 to see all of it.</source>
            <translation>拖动或用方向键旋转，滚轮缩放，按 0 显示全部。</translation>
        </message>
</context>
    <context>
        <name>PrintRows</name>
        <message numerus="yes">
            <source>%n flipped edge(s)</source>
            <translation>
                <numerusform>%n 条翻转边</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 cm³</source>
            <translation>%1 cm³</translation>
        </message>
        <message>
            <source>inward, %1</source>
            <translation>朝内，%1</translation>
        </message>
        <message>
            <source>outward, %1</source>
            <translation>朝外，%1</translation>
        </message>
        <message>
            <source>%1 mm² below it</source>
            <translation>低于要求的面积 %1 mm²</translation>
        </message>
        <message numerus="yes">
            <source>%1, %n thin tip(s)</source>
            <translation>
                <numerusform>%1，%n 处细尖</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %n groove(s)</source>
            <translation>
                <numerusform>%1，%n 处窄槽</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 Here they come to %2 mm².</source>
            <translation>%1此处共 %2 mm²。</translation>
        </message>
        <message>
            <source>none below %1 mm</source>
            <translation>%1 mm 内没有</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>%1 % of the surface</source>
            <translation>表面的 %1 %</translation>
        </message>
        <message>
            <source>Open edges</source>
            <translation>开放边</translation>
        </message>
        <message>
            <source>Edges with a single triangle: the surface has a hole there.</source>
            <translation>只属于一个三角形的边：表面在此处有孔。</translation>
        </message>
        <message>
            <source>Non-manifold edges and vertices</source>
            <translation>非流形边和顶点</translation>
        </message>
        <message>
            <source>Places where more than two sheets of the surface meet.</source>
            <translation>两层以上表面相接之处。</translation>
        </message>
        <message>
            <source>Self-intersections</source>
            <translation>自相交</translation>
        </message>
        <message>
            <source>Pairs of triangles that cut through each other.</source>
            <translation>互相穿过的三角形对。</translation>
        </message>
        <message>
            <source>Degenerate or duplicate triangles</source>
            <translation>退化或重复三角形</translation>
        </message>
        <message>
            <source>Triangles without area, and triangles that are there twice.</source>
            <translation>没有面积的三角形，以及出现两次的三角形。</translation>
        </message>
        <message>
            <source>Winding and signed volume</source>
            <translation>绕向与有符号体积</translation>
        </message>
        <message>
            <source>positive</source>
            <translation>为正</translation>
        </message>
        <message>
            <source>Shells</source>
            <translation>壳体</translation>
        </message>
        <message>
            <source>Parts that do not touch each other; each is printed by itself.</source>
            <translation>互不接触的部件，各自单独打印。</translation>
        </message>
        <message>
            <source>Smallest wall</source>
            <translation>最小壁厚</translation>
        </message>
        <message>
            <source>Straight inward from the middle of every triangle to a parallel side. Tips of edges, up to 4 mm² in all, are left out.</source>
            <translation>从每个三角形中心垂直向内到平行的另一面。边缘尖端（总计不超过 4 mm²）不计。</translation>
        </message>
        <message>
            <source>Smallest gap</source>
            <translation>最小间隙</translation>
        </message>
        <message>
            <source>Straight outward from the middle of every triangle to a parallel side. Bottoms of grooves, up to 4 mm² in all, are left out.</source>
            <translation>从每个三角形中心垂直向外到平行的另一面。沟槽底部（总计不超过 4 mm²）不计。</translation>
        </message>
        <message>
            <source>Deviation from the isosurface</source>
            <translation>与等值面的偏差</translation>
        </message>
        <message>
            <source>Overhang beyond 45°</source>
            <translation>超过 45° 的悬垂</translation>
        </message>
        <message>
            <source>supports</source>
            <translation>加支撑</translation>
        </message>
        <message>
            <source>Surface that looks downward by more than 45° while the part stands as it lies in the file, along the patient's axis to the head.</source>
            <translation>部件按文件中的姿态（头侧朝上）放置时，朝下超过 45° 的表面。</translation>
        </message>
        <message>
            <source>Fits the printer, %1</source>
            <translation>适合打印机，%1</translation>
        </message>
        <message>
            <source>The part may be turned by quarter turns.</source>
            <translation>部件可按 90° 转动。</translation>
        </message>
        <message>
            <source>Surface</source>
            <translation>表面</translation>
        </message>
        <message>
            <source>one</source>
            <translation>有</translation>
        </message>
        <message>
            <source>%1 mm max</source>
            <translation>最大 %1 mm</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>very small</source>
            <translation>非常小</translation>
        </message>
        <message>
            <source>So small a part that a slicer may ask whether inches were meant.</source>
            <translation>部件很小，切片软件可能会询问单位是否为英寸。</translation>
        </message>
        <message>
            <source>The triangles of every part look outward and those of its cavities inward, and no solid lies in another: each volume is positive.</source>
            <translation>每个部件的三角形朝外、其空腔的三角形朝内，且没有实体套在另一实体中：各体积均为正。</translation>
        </message>
        <message numerus="yes">
            <source>%n shell(s) turned or nested</source>
            <translation>
                <numerusform>%n 个壳体翻转或嵌套</numerusform>
            </translation>
        </message>
        <message>
            <source>at most %1</source>
            <translation>最多 %1</translation>
        </message>
        <message>
            <source>%1, %2 cm³</source>
            <translation>%1 个，%2 cm³</translation>
        </message>
        <message>
            <source>Specks</source>
            <translation>碎屑</translation>
        </message>
        <message>
            <source>Parts below 0.1 cm³: scraps of the field, each printed by itself. A repair can leave them out.</source>
            <translation>小于 0.1 cm³ 的部件：距离场的碎片，各自单独打印。修复时可以去掉。</translation>
        </message>
        <message>
            <source>Closed cavities</source>
            <translation>封闭空腔</translation>
        </message>
        <message>
            <source>Hollows without a way out: powder or resin stays in them.</source>
            <translation>没有出口的空腔：粉末或树脂会留在里面。</translation>
        </message>
        <message>
            <source>Cut off by the field&apos;s edge</source>
            <translation>被距离场边缘截断</translation>
        </message>
        <message>
            <source>%1 mm²</source>
            <translation>%1 mm²</translation>
        </message>
        <message>
            <source>The distance field ends before the implant does: a flat cap closes it there.</source>
            <translation>距离场在植入物之前结束：该处由平面封口。</translation>
        </message>
        <message>
            <source>How far the saved surface, and then a repair, lie from the surface of the distance field, at most and both ways. Not measured where the field cannot be read.</source>
            <translation>已保存的表面以及修复后的表面与距离场表面的最大距离，双向测量。距离场无法读取时不测量。</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>未测量</translation>
        </message>
</context>
    <context>
        <name>hipwright::PrintTable</name>
        <message>
            <source>Print report</source>
            <translation>打印报告</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>检查项</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>实测</translation>
        </message>
        <message>
            <source>Needed</source>
            <translation>要求</translation>
        </message>
        <message>
            <source>Show in 3-D</source>
            <translation>在三维中显示</translation>
        </message>
        <message>
            <source>Show in 3-D: %1</source>
            <translation>在三维中显示：%1</translation>
        </message>
</context>
    <context>
        <name>hipwright::PrintReportView</name>
        <message>
            <source>Checking…</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Print report</source>
            <translation>打印报告</translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n 项未通过</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passed</source>
            <translation>
                <numerusform>%n 项通过</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n 项提示</numerusform>
            </translation>
        </message>
        <message>
            <source>Print-ready</source>
            <translation>可打印</translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) failed</source>
            <translation>
                <numerusform>%n 项检查未通过</numerusform>
            </translation>
        </message>
</context>
    <context>
        <name>hipwright::PrinterRow</name>
        <message>
            <source>Printer, width</source>
            <translation>打印机宽度</translation>
        </message>
        <message>
            <source>Printer, depth</source>
            <translation>打印机深度</translation>
        </message>
        <message>
            <source>Printer, height</source>
            <translation>打印机高度</translation>
        </message>
        <message>
            <source>Thinnest wall</source>
            <translation>最薄壁厚</translation>
        </message>
        <message>
            <source>Narrowest gap</source>
            <translation>最窄间隙</translation>
        </message>
        <message>
            <source>Wall at least</source>
            <translation>壁厚不小于</translation>
        </message>
        <message>
            <source>Gap at least</source>
            <translation>间隙不小于</translation>
        </message>
        <message>
            <source>%1, mm</source>
            <translation>%1（mm）</translation>
        </message>
        <message>
            <source>Most parts</source>
            <translation>最多部件数</translation>
        </message>
        <message>
            <source>Parts at most</source>
            <translation>部件数不多于</translation>
        </message>
        <message>
            <source>A cup and a stem are two; more are scraps of the field, or screws and cables you know of.</source>
            <translation>髋臼杯和股骨柄为两个部件；更多的部件是场的碎块，或您已知的螺钉和钢缆。</translation>
        </message>
</context>
    <context>
        <name>RepairText</name>
        <message>
            <source>Largest parts</source>
            <translation>最大部件</translation>
        </message>
        <message>
            <source>Clean</source>
            <translation>清理</translation>
        </message>
        <message>
            <source>Smooth</source>
            <translation>平滑</translation>
        </message>
        <message>
            <source>Fewer triangles</source>
            <translation>减少三角形</translation>
        </message>
        <message numerus="yes">
            <source>%n shell(s) dropped, %1 cm³</source>
            <translation>
                <numerusform>丢弃 %n 个壳体，%1 cm³</numerusform>
            </translation>
        </message>
        <message>
            <source>no more parts than that</source>
            <translation>部件数不多于此</translation>
        </message>
        <message>
            <source>nothing to remove</source>
            <translation>没有可移除的</translation>
        </message>
        <message>
            <source>needs a closed surface</source>
            <translation>需要封闭的表面</translation>
        </message>
</context>
    <context>
        <name>hipwright::RepairPanel</name>
        <message>
            <source>Keep only the largest parts</source>
            <translation>只保留最大的部件</translation>
        </message>
        <message>
            <source>Remove degenerate and duplicate triangles</source>
            <translation>移除退化和重复的三角形</translation>
        </message>
        <message>
            <source>Smooth without shrinking, moving at most</source>
            <translation>平滑且不收缩，移动不超过</translation>
        </message>
        <message>
            <source>Most that smoothing moves a point</source>
            <translation>平滑时点的最大移动量</translation>
        </message>
        <message>
            <source>Fewer triangles, within</source>
            <translation>减少三角形，误差不超过</translation>
        </message>
        <message>
            <source>Error of fewer triangles</source>
            <translation>减少三角形的误差</translation>
        </message>
        <message>
            <source>Try repair</source>
            <translation>试修复</translation>
        </message>
        <message>
            <source>Keep repair</source>
            <translation>保留修复</translation>
        </message>
        <message>
            <source>Back to the report</source>
            <translation>返回报告</translation>
        </message>
        <message>
            <source>Repair</source>
            <translation>修复</translation>
        </message>
        <message>
            <source>Tried on a copy. Nothing changes until you keep it.</source>
            <translation>在副本上试行，保留之前不作任何更改。</translation>
        </message>
        <message>
            <source>How many parts</source>
            <translation>部件数量</translation>
        </message>
        <message>
            <source>Repairing…</source>
            <translation>正在修复…</translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) would still fail</source>
            <translation>
                <numerusform>仍有 %n 项未通过</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) would fail now</source>
            <translation>
                <numerusform>将新增 %n 项未通过</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Would pass every check</source>
            <translation>将通过所有检查</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>Triangles</source>
            <translation>三角形</translation>
        </message>
        <message>
            <source>Moved, max</source>
            <translation>最大移动</translation>
        </message>
        <message>
            <source>Moved, mean</source>
            <translation>平均移动</translation>
        </message>
</context>
    <context>
        <name>hipwright::PrintFlow</name>
        <message>
            <source>Close the print report</source>
            <translation>关闭打印报告</translation>
        </message>
</context>
    <context>
        <name>hipwright::AbView</name>
        <message>
            <source>A and B in one slice</source>
            <translation>同一断面中的 A 与 B</translation>
        </message>
        <message>
            <source>%1 to the left of the bar at %2 %, %3 to its right</source>
            <translation>分隔条位于 %2 %，左侧为 %1，右侧为 %3</translation>
        </message>
        <message>
            <source>nothing yet</source>
            <translation>尚无</translation>
        </message>
</context>
    <context>
        <name>hipwright::ColourBar</name>
        <message>
            <source>Colours from %1 mm, inside the reference, to %2 mm, outside</source>
            <translation>颜色自 %1 mm（参考内部）至 %2 mm（参考外部）</translation>
        </message>
</context>
    <context>
        <name>hipwright::ColumnHead</name>
        <message>
            <source>Pick as the winner</source>
            <translation>选为优胜</translation>
        </message>
        <message>
            <source>More for this value</source>
            <translation>此数值的更多操作</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考</translation>
        </message>
        <message>
            <source>Make it the reference</source>
            <translation>设为参考</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Open as run</source>
            <translation>作为运行打开</translation>
        </message>
        <message>
            <source>Show folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Both values mix the predictions with the same weight: one run.</source>
            <translation>两个数值以相同权重混合预测：同一次运行。</translation>
        </message>
        <message>
            <source>%1 is the winner</source>
            <translation>%1 为优胜</translation>
        </message>
        <message>
            <source>Pick %1 as the winner</source>
            <translation>选 %1 为优胜</translation>
        </message>
        <message>
            <source>More for %1</source>
            <translation>%1 的更多操作</translation>
        </message>
        <message>
            <source>, </source>
            <translation>，</translation>
        </message>
</context>
    <context>
        <name>Columns</name>
        <message>
            <source>ignores the CT</source>
            <translation>不参考 CT</translation>
        </message>
        <message>
            <source>no guidance</source>
            <translation>无引导</translation>
        </message>
        <message>
            <source>distorts</source>
            <translation>会失真</translation>
        </message>
        <message>
            <source>upper limit</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>%1, seed %2</source>
            <translation>%1，种子 %2</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <translation>%1 与 %2</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>measuring</source>
            <translation>测量中</translation>
        </message>
        <message>
            <source>the same run</source>
            <translation>同一次运行</translation>
        </message>
        <message>
            <source>seed %1, %2 steps</source>
            <translation>种子 %1，%2 步</translation>
        </message>
</context>
    <context>
        <name>hipwright::ColumnsView</name>
        <message>
            <source>Stages</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Coronal</source>
            <translation>冠状面</translation>
        </message>
        <message>
            <source>3-D, distance to the reference</source>
            <translation>三维，到参考的距离</translation>
        </message>
        <message>
            <source>blue inside, orange outside</source>
            <translation>蓝色在内，橙色在外</translation>
        </message>
        <message>
            <source>Slices and numbers work as usual.</source>
            <translation>断面与数值照常可用。</translation>
        </message>
        <message>
            <source>Coronal slice of %1</source>
            <translation>%1 的冠状断面</translation>
        </message>
        <message>
            <source>%1 mm</source>
            <translation>%1 mm</translation>
        </message>
        <message>
            <source>W %1 L %2</source>
            <translation>W %1 L %2</translation>
        </message>
</context>
    <context>
        <name>hipwright::CompareFlow</name>
        <message>
            <source>Add value</source>
            <translation>添加数值</translation>
        </message>
        <message>
            <source>Guidance (CFG)</source>
            <translation>引导 (CFG)</translation>
        </message>
        <message>
            <source>Start over</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Close this comparison and choose values anew? The runs stay on disk.</source>
            <translation>关闭此对比并重新选择数值？运行结果仍保留在磁盘上。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Save table</source>
            <translation>保存表格</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>已保存 %1</translation>
        </message>
        <message>
            <source>Earlier run</source>
            <translation>较早的运行</translation>
        </message>
        <message>
            <source>These names belong to the comparison's own files. Choose another name or folder.</source>
            <translation>这些名称属于对比自身的文件。请选择其他名称或文件夹。</translation>
        </message>
        <message>
            <source>%1: already there. Replace?</source>
            <translation>%1：已存在。是否替换？</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>替换</translation>
        </message>
</context>
    <context>
        <name>hipwright::CompareHead</name>
        <message>
            <source>Compare guidance</source>
            <translation>对比引导</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>参考</translation>
        </message>
        <message>
            <source>The value that the others are measured against</source>
            <translation>其他数值与之比较的数值</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>± %1 mm</source>
            <translation>± %1 mm</translation>
        </message>
        <message>
            <source>Range of the colours</source>
            <translation>颜色范围</translation>
        </message>
        <message>
            <source>The distance that the end colours stand for</source>
            <translation>两端颜色所代表的距离</translation>
        </message>
        <message>
            <source>Linked views</source>
            <translation>联动视图</translation>
        </message>
        <message>
            <source>Add value</source>
            <translation>添加数值</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Run the values that have not finished</source>
            <translation>运行尚未完成的数值</translation>
        </message>
        <message>
            <source>A and B, colours and chart</source>
            <translation>A 与 B、颜色与图表</translation>
        </message>
        <message>
            <source>Back to case</source>
            <translation>返回病例</translation>
        </message>
        <message>
            <source>Another value…</source>
            <translation>其他数值…</translation>
        </message>
        <message>
            <source>Earlier run</source>
            <translation>较早的运行</translation>
        </message>
        <message>
            <source>Start over…</source>
            <translation>重新开始…</translation>
        </message>
        <message>
            <source>Seed %1, %2 steps, same starting noise</source>
            <translation>种子 %1，%2 步，初始噪声相同</translation>
        </message>
        <message>
            <source>Seed %1, %2 steps; earlier runs have their own</source>
            <translation>种子 %1，%2 步；早先的运行各有自己的设置</translation>
        </message>
        <message>
            <source>%1 of %2 finished</source>
            <translation>已完成 %1 / %2</translation>
        </message>
        <message>
            <source>Writing the table</source>
            <translation>正在写入表格</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>剩余 %1</translation>
        </message>
        <message>
            <source>Seed %1</source>
            <translation>种子 %1</translation>
        </message>
</context>
    <context>
        <name>hipwright::ComparePanel</name>
        <message>
            <source>A and B, colours and chart</source>
            <translation>A 与 B、颜色与图表</translation>
        </message>
        <message>
            <source>A/B</source>
            <translation>A/B</translation>
        </message>
        <message>
            <source>Value A</source>
            <translation>数值 A</translation>
        </message>
        <message>
            <source>Value B</source>
            <translation>数值 B</translation>
        </message>
        <message>
            <source>Drag the bar, or hold Space to flip A and B.</source>
            <translation>拖动分隔条，或按住空格键切换 A 与 B。</translation>
        </message>
        <message>
            <source>Over CFG</source>
            <translation>随 CFG 变化</translation>
        </message>
        <message>
            <source>Number on the left axis</source>
            <translation>左轴的数值</translation>
        </message>
        <message>
            <source>Number on the right axis</source>
            <translation>右轴的数值</translation>
        </message>
        <message>
            <source>Save table</source>
            <translation>保存表格</translation>
        </message>
        <message>
            <source>Save the numbers as CSV and JSON, and a strip of pictures</source>
            <translation>将数值保存为 CSV 与 JSON，并保存图片条</translation>
        </message>
        <message>
            <source>Possible once all distances to the reference are measured.</source>
            <translation>到参考的所有距离测量完成后可用。</translation>
        </message>
        <message>
            <source>Signed distance to the reference, mm</source>
            <translation>到参考的有符号距离（mm）</translation>
        </message>
        <message>
            <source>Signed distance to %1, mm</source>
            <translation>到 %1 的有符号距离（mm）</translation>
        </message>
        <message>
            <source>Export the winner</source>
            <translation>导出优胜</translation>
        </message>
        <message>
            <source>Export %1</source>
            <translation>导出 %1</translation>
        </message>
        <message>
            <source>Pick the winner with the star above its column.</source>
            <translation>用列上方的星标选出优胜。</translation>
        </message>
        <message>
            <source>Filled marks beside the curves: earlier runs, with seeds and steps of their own.</source>
            <translation>曲线之外的实心标记：早先的运行，种子与步数各自不同。</translation>
        </message>
</context>
    <context>
        <name>hipwright::ComparisonSession</name>
        <message numerus="yes">
            <source>Comparison started: %n value(s)</source>
            <translation>
                <numerusform>对比已开始：%n 个数值</numerusform>
            </translation>
        </message>
        <message>
            <source>Comparison stopped by the user</source>
            <translation>用户已停止对比</translation>
        </message>
        <message>
            <source>Choose another reference first.</source>
            <translation>先选择另一个参考。</translation>
        </message>
        <message>
            <source>The values that run are measured against this one.</source>
            <translation>正在运行的数值与此数值比较。</translation>
        </message>
        <message>
            <source>%1 cannot join: its implant lies outside the region of this comparison. Choose a run of the same hip and region.</source>
            <translation>%1 无法加入：其假体位于此对比的区域之外。请选择同一髋关节和区域的运行。</translation>
        </message>
        <message>
            <source>The earlier table of this comparison cannot be read. Its values are taken from their runs.</source>
            <translation>无法读取此对比原有的表格。其中的数值取自各次运行。</translation>
        </message>
</context>
    <context>
        <name>NumberRows</name>
        <message numerus="yes">
            <source>The reference has %n part(s).</source>
            <translation>
                <numerusform>参考有 %n 个部件。</numerusform>
            </translation>
        </message>
        <message>
            <source>More than %1 mm from the reference.</source>
            <translation>距参考超过 %1 mm。</translation>
        </message>
        <message>
            <source>More than %1° from the reference.</source>
            <translation>与参考相差超过 %1°。</translation>
        </message>
        <message>
            <source>Outside the safe zone of %1° to %2°.</source>
            <translation>超出 %1° 至 %2° 的安全区。</translation>
        </message>
        <message>
            <source>Volume, cm³</source>
            <translation>体积（cm³）</translation>
        </message>
        <message>
            <source>Surface, cm²</source>
            <translation>表面积（cm²）</translation>
        </message>
        <message>
            <source>Width, mm</source>
            <translation>宽度（mm）</translation>
        </message>
        <message>
            <source>Depth, mm</source>
            <translation>深度（mm）</translation>
        </message>
        <message>
            <source>Height, mm</source>
            <translation>高度（mm）</translation>
        </message>
        <message>
            <source>Separate parts</source>
            <translation>独立部件</translation>
        </message>
        <message>
            <source>Inside bone, %</source>
            <translation>骨内占比（%）</translation>
        </message>
        <message>
            <source>Inside cortex, %</source>
            <translation>皮质内占比（%）</translation>
        </message>
        <message>
            <source>Inside soft tissue, %</source>
            <translation>软组织内占比（%）</translation>
        </message>
        <message>
            <source>Outside the scan, %</source>
            <translation>扫描外占比（%）</translation>
        </message>
        <message>
            <source>Dice</source>
            <translation>Dice</translation>
        </message>
        <message>
            <source>Mean distance, mm</source>
            <translation>平均距离（mm）</translation>
        </message>
        <message>
            <source>HD95, mm</source>
            <translation>HD95（mm）</translation>
        </message>
        <message>
            <source>Centre shift, mm</source>
            <translation>中心偏移（mm）</translation>
        </message>
        <message>
            <source>Head radius, mm</source>
            <translation>股骨头半径（mm）</translation>
        </message>
        <message>
            <source>Cup inclination (scanner planes)</source>
            <translation>髋臼杯外展角（扫描平面）</translation>
        </message>
        <message>
            <source>Cup anteversion (scanner planes)</source>
            <translation>髋臼杯前倾角（扫描平面）</translation>
        </message>
        <message>
            <source>Stem turned by</source>
            <translation>柄偏转</translation>
        </message>
        <message>
            <source>Canal fill, low, %</source>
            <translation>髓腔填充，下段（%）</translation>
        </message>
        <message>
            <source>Canal fill, middle, %</source>
            <translation>髓腔填充，中段（%）</translation>
        </message>
        <message>
            <source>Canal fill, high, %</source>
            <translation>髓腔填充，上段（%）</translation>
        </message>
        <message>
            <source>Volume inside the implant's surface.</source>
            <translation>假体表面以内的体积。</translation>
        </message>
        <message>
            <source>Area of the implant's surface.</source>
            <translation>假体表面的面积。</translation>
        </message>
        <message>
            <source>Size of the implant from left to right.</source>
            <translation>假体左右方向的尺寸。</translation>
        </message>
        <message>
            <source>Size of the implant from front to back.</source>
            <translation>假体前后方向的尺寸。</translation>
        </message>
        <message>
            <source>Size of the implant from head to feet.</source>
            <translation>假体头足方向的尺寸。</translation>
        </message>
        <message>
            <source>Pieces that do not touch each other.</source>
            <translation>互不接触的部分。</translation>
        </message>
        <message>
            <source>Share of the implant where the CT shows bone, from 226 HU.</source>
            <translation>假体所在处 CT 为骨（226 HU 起）的占比。</translation>
        </message>
        <message>
            <source>Share of the implant where the CT shows cortex, from 600 HU.</source>
            <translation>假体所在处 CT 为皮质骨（600 HU 起）的占比。</translation>
        </message>
        <message>
            <source>Share of the implant where the CT shows fat, muscle or cartilage, up to 226 HU.</source>
            <translation>假体所在处 CT 为脂肪、肌肉或软骨（226 HU 以下）的占比。</translation>
        </message>
        <message>
            <source>Share of the implant outside the patient or the picture.</source>
            <translation>假体位于患者或图像之外的占比。</translation>
        </message>
        <message>
            <source>Overlap with the reference: 1 is the same, 0 nothing in common.</source>
            <translation>与参考的重叠：1 为相同，0 为无重叠。</translation>
        </message>
        <message>
            <source>Average distance between both surfaces, over the area of both.</source>
            <translation>两表面之间按面积平均的距离。</translation>
        </message>
        <message>
            <source>The distance that 95 % of both surfaces keep within.</source>
            <translation>两表面 95 % 的部分不超过的距离。</translation>
        </message>
        <message>
            <source>Distance between the centres of rotation.</source>
            <translation>旋转中心之间的距离。</translation>
        </message>
        <message>
            <source>Radius of the sphere that fits the prosthetic head.</source>
            <translation>与假体股骨头拟合的球的半径。</translation>
        </message>
        <message>
            <source>Radiographic inclination to the scanner's planes.</source>
            <translation>相对扫描平面的放射学外展角。</translation>
        </message>
        <message>
            <source>Radiographic anteversion to the scanner's planes.</source>
            <translation>相对扫描平面的放射学前倾角。</translation>
        </message>
        <message>
            <source>Angle between the axis of the stem and that of the reference.</source>
            <translation>柄轴线与参考柄轴线的夹角。</translation>
        </message>
        <message>
            <source>Share of the canal that the stem takes, halfway up.</source>
            <translation>柄在中段占据髓腔的比例。</translation>
        </message>
        <message>
            <source>Share of the canal that the stem takes, a quarter of the way up.</source>
            <translation>柄在下四分之一处占据髓腔的比例。</translation>
        </message>
        <message>
            <source>Share of the canal that the stem takes, three quarters of the way up.</source>
            <translation>柄在上四分之一处占据髓腔的比例。</translation>
        </message>
        <message>
            <source>Measured when the run has ended.</source>
            <translation>运行结束后测量。</translation>
        </message>
        <message>
            <source>reference</source>
            <translation>参考</translation>
        </message>
        <message>
            <source>The others are measured against this value.</source>
            <translation>其他数值与此数值比较。</translation>
        </message>
        <message>
            <source>Being measured.</source>
            <translation>正在测量。</translation>
        </message>
        <message>
            <source>not measurable</source>
            <translation>无法测量</translation>
        </message>
        <message>
            <source>Not measurable here: %1.</source>
            <translation>此处无法测量：%1。</translation>
        </message>
        <message>
            <source>Residual of the fit: %1 mm.</source>
            <translation>拟合残差：%1 mm。</translation>
        </message>
        <message>
            <source>Size and shape</source>
            <translation>尺寸与形状</translation>
        </message>
        <message>
            <source>To the reference</source>
            <translation>与参考相比</translation>
        </message>
        <message>
            <source>In the tissue</source>
            <translation>所在组织</translation>
        </message>
        <message>
            <source>Head and cup</source>
            <translation>股骨头与髋臼杯</translation>
        </message>
        <message>
            <source>Cup (scanner planes)</source>
            <translation>髋臼杯（扫描平面）</translation>
        </message>
        <message>
            <source>Stem</source>
            <translation>柄</translation>
        </message>
        <message>
            <source>Centroid shift, mm</source>
            <translation>质心偏移（mm）</translation>
        </message>
        <message>
            <source>Head centre L, mm</source>
            <translation>头中心 L（mm）</translation>
        </message>
        <message>
            <source>Head centre P, mm</source>
            <translation>头中心 P（mm）</translation>
        </message>
        <message>
            <source>Head centre S, mm</source>
            <translation>头中心 S（mm）</translation>
        </message>
        <message>
            <source>Head residual, mm</source>
            <translation>头拟合残差（mm）</translation>
        </message>
        <message>
            <source>Cup radius, mm</source>
            <translation>杯半径（mm）</translation>
        </message>
        <message>
            <source>Cup residual, mm</source>
            <translation>杯拟合残差（mm）</translation>
        </message>
        <message>
            <source>Rim residual, mm</source>
            <translation>杯缘残差（mm）</translation>
        </message>
        <message>
            <source>Stem axis L</source>
            <translation>柄轴 L</translation>
        </message>
        <message>
            <source>Stem axis P</source>
            <translation>柄轴 P</translation>
        </message>
        <message>
            <source>Stem axis S</source>
            <translation>柄轴 S</translation>
        </message>
        <message>
            <source>Stem residual, mm</source>
            <translation>柄轴残差（mm）</translation>
        </message>
        <message>
            <source>Distance between the centroids of the volumes.</source>
            <translation>两者体积质心之间的距离。</translation>
        </message>
        <message>
            <source>Centre of rotation, to the patient's left.</source>
            <translation>旋转中心，朝患者左侧。</translation>
        </message>
        <message>
            <source>Centre of rotation, to the patient's back.</source>
            <translation>旋转中心，朝患者背侧。</translation>
        </message>
        <message>
            <source>Centre of rotation, towards the patient's head.</source>
            <translation>旋转中心，朝患者头侧。</translation>
        </message>
        <message>
            <source>Root mean square distance of the head's surface from the sphere that fits it.</source>
            <translation>头表面到拟合球面的均方根距离。</translation>
        </message>
        <message>
            <source>Radius of the sphere that fits the back of the cup.</source>
            <translation>拟合髋臼杯背面的球面半径。</translation>
        </message>
        <message>
            <source>Root mean square distance of the cup's back from the sphere that fits it.</source>
            <translation>杯背面到拟合球面的均方根距离。</translation>
        </message>
        <message>
            <source>Root mean square distance of the cup's rim from the plane that fits it.</source>
            <translation>杯缘到拟合平面的均方根距离。</translation>
        </message>
        <message>
            <source>Direction of the stem from its tip: a vector of length 1, L to the left, P to the back, S to the head.</source>
            <translation>柄由尖端起的方向：长度为 1 的向量，L 朝左，P 朝背侧，S 朝头侧。</translation>
        </message>
        <message>
            <source>Root mean square distance of the stem's middle line from the axis that fits it.</source>
            <translation>柄中线到拟合轴线的均方根距离。</translation>
        </message>
        <message>
            <source>Cup inclination</source>
            <translation>髋臼杯外展角</translation>
        </message>
        <message>
            <source>Cup anteversion</source>
            <translation>髋臼杯前倾角</translation>
        </message>
</context>
    <context>
        <name>hipwright::NumberTable</name>
        <message>
            <source>Numbers of the compared implants</source>
            <translation>所对比假体的数值</translation>
        </message>
        <message>
            <source>Names of the numbers</source>
            <translation>数值名称</translation>
        </message>
        <message>
            <source>Compared values</source>
            <translation>所对比的数值</translation>
        </message>
        <message>
            <source>All numbers</source>
            <translation>全部数值</translation>
        </message>
</context>
    <context>
        <name>hipwright::StageStrip</name>
        <message>
            <source>Stages of %1</source>
            <translation>%1 的阶段</translation>
        </message>
</context>
    <context>
        <name>hipwright::StartForm</name>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Compare guidance values</source>
            <translation>对比引导数值</translation>
        </message>
        <message>
            <source>Each value runs on this case from the same starting noise, with the settings of the case. The CT is encoded once.</source>
            <translation>每个数值都以相同的初始噪声和病例设置在此病例上运行。CT 只编码一次。</translation>
        </message>
        <message>
            <source>Guidance values</source>
            <translation>引导数值</translation>
        </message>
        <message>
            <source>0 ignores the CT, 1 follows it without guidance; 3 to 7 are recommended, above 10 distorts.</source>
            <translation>0 不参考 CT，1 无引导；推荐 3 至 7，超过 10 会失真。</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>drawn once, the same for all values</source>
            <translation>随机抽取一次，所有数值相同</translation>
        </message>
        <message>
            <source>Numbers from %1 to %2 with blanks between.</source>
            <translation>%1 至 %2 的数字，以空格分隔。</translation>
        </message>
        <message>
            <source>At most %1 values.</source>
            <translation>最多 %1 个数值。</translation>
        </message>
        <message numerus="yes">
            <source>%n value(s): %1</source>
            <translation>
                <numerusform>%n 个数值：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>About %1</source>
            <translation>约 %1</translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 is there more than once.</source>
            <translation>%1 出现多次。</translation>
        </message>
        <message>
            <source>%1 and %2 are the same run.</source>
            <translation>%1 与 %2 是同一次运行。</translation>
        </message>
</context>
    <context>
        <name>hipwright::SurfaceRow</name>
        <message>
            <source>Implants in 3-D, coloured by their distance to the reference</source>
            <translation>三维假体，按到参考的距离着色</translation>
        </message>
</context>
    <context>
        <name>hipwright::ValuePlot</name>
        <message>
            <source>recommended</source>
            <translation>推荐</translation>
        </message>
        <message>
            <source>CFG</source>
            <translation>CFG</translation>
        </message>
        <message>
            <source>Points appear here as values finish.</source>
            <translation>数值完成后，数据点会显示在此处。</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>CFG %1</source>
            <translation>CFG %1</translation>
        </message>
        <message>
            <source>Numbers over the guidance value</source>
            <translation>随引导数值变化的数值</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1，%2：%3</translation>
        </message>
</context>
    <context>
        <name>Measured</name>
        <message>
            <source>a field has no surface</source>
            <translation>场没有表面</translation>
        </message>
        <message>
            <source>no head was found</source>
            <translation>未找到股骨头</translation>
        </message>
        <message>
            <source>no cup was found</source>
            <translation>未找到髋臼杯</translation>
        </message>
        <message>
            <source>the head is not round</source>
            <translation>股骨头不圆</translation>
        </message>
        <message>
            <source>the cup is not round</source>
            <translation>髋臼杯不圆</translation>
        </message>
        <message>
            <source>no closed cortex surrounds the stem at this level</source>
            <translation>此水平没有闭合的皮质环绕柄</translation>
        </message>
        <message>
            <source>no stem was found</source>
            <translation>未找到柄</translation>
        </message>
        <message>
            <source>the CT ends at this level</source>
            <translation>CT 在此水平结束</translation>
        </message>
        <message>
            <source>the cup is closed all around</source>
            <translation>髋臼杯四周闭合</translation>
        </message>
        <message>
            <source>the cup's rim is incomplete</source>
            <translation>髋臼杯边缘不完整</translation>
        </message>
        <message>
            <source>the cup's rim is no plane</source>
            <translation>髋臼杯边缘不在一个平面</translation>
        </message>
        <message>
            <source>the cup's rim is uneven</source>
            <translation>髋臼杯边缘不平整</translation>
        </message>
        <message>
            <source>the field has no surface</source>
            <translation>场没有表面</translation>
        </message>
        <message>
            <source>the stem is crooked</source>
            <translation>柄不直</translation>
        </message>
        <message>
            <source>the stem is in pieces</source>
            <translation>柄断成几段</translation>
        </message>
        <message>
            <source>the stem is too short below the neck cut</source>
            <translation>截骨平面以下的柄过短</translation>
        </message>
        <message>
            <source>the stem is too short</source>
            <translation>柄过短</translation>
        </message>
        <message>
            <source>what is there is the neck, not a stem</source>
            <translation>这里只有颈部，没有柄</translation>
        </message>
        <message>
            <source>the stem lies in the cortex at this level</source>
            <translation>此水平的柄位于皮质内</translation>
        </message>
        <message>
            <source>the surface is too rough</source>
            <translation>表面过于粗糙</translation>
        </message>
        <message>
            <source>there is no implant</source>
            <translation>没有假体</translation>
        </message>
        <message>
            <source>there is no stem at this level</source>
            <translation>此水平没有柄</translation>
        </message>
        <message>
            <source>it was not measured</source>
            <translation>未测量</translation>
        </message>
</context>
    <context>
        <name>hipwright::NumberModel</name>
        <message>
            <source>Fold or unfold</source>
            <translation>折叠或展开</translation>
        </message>
    </context>
<context>
    <name>Remedy</name>
        <message>
            <source>Continue it; what it computed so far is used.</source>
            <translation>继续运行；已计算的内容会被使用。</translation>
        </message>
        <message>
            <source>Choose the folder of one run; its name begins with that of the CT.</source>
            <translation>选择单个运行的文件夹；其名称以 CT 的名称开头。</translation>
        </message>
        <message>
            <source>Choose one of them in the list, or open a folder that holds one.</source>
            <translation>在列表中选择其一，或打开只含一个序列的文件夹。</translation>
        </message>
        <message>
            <source>Choose a model set under Settings, Model.</source>
            <translation>在“设置”的“模型”中选择一个模型集。</translation>
        </message>
        <message>
            <source>Switch Mixed precision off; if it stays, the weights are damaged or do not belong together.</source>
            <translation>关闭“混合精度”；如果仍然出现，则权重已损坏或不配套。</translation>
        </message>
        <message>
            <source>Choose Processor or Automatic under Settings, Device.</source>
            <translation>在“设置”的“设备”中选择“处理器”或“自动”。</translation>
        </message>
        <message>
            <source>Switch on Tiled encode and decode: it needs {less} more.</source>
            <translation>打开“分块编码与解码”：它还需要 {less}。</translation>
        </message>
        <message>
            <source>Close other programs, or choose a smaller region under Hip and region: {percent} % of this one's length along each axis would fit.</source>
            <translation>关闭其他程序，或在“髋部与区域”中选择更小的区域：各轴长度为当前的 {percent} % 即可放下。</translation>
        </message>
        <message>
            <source>Close other programs and start again, with Tiled encode and decode or a smaller region if it stays.</source>
            <translation>关闭其他程序后重新开始；如果仍然出现，打开“分块编码与解码”或选择更小的区域。</translation>
        </message>
        <message>
            <source>Try again, or choose Processor under Settings, Device.</source>
            <translation>重试，或在“设置”的“设备”中选择“处理器”。</translation>
        </message>
        <message>
            <source>Close other programs and start again. If it stays, switch on Tiled encode and decode or choose a smaller region under Hip and region.</source>
            <translation>请关闭其他程序后重新开始。如果仍然如此，请启用“分块编码与解码”，或在“髋部与区域”中选择较小的区域。</translation>
        </message>
        <message>
            <source>Close other programs and continue the run. With Tiled encode and decode or a smaller region the denoising starts anew.</source>
            <translation>请关闭其他程序后继续该运行。若改用“分块编码与解码”或更小的区域，去噪将重新开始。</translation>
        </message>
</context>
<context>
    <name>hipwright::PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>首选项</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>New cases start with</source>
            <translation>新病例的初始预设</translation>
        </message>
        <message>
            <source>Runs are saved in</source>
            <translation>运行保存在</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
</context>
<context>
    <name>Reason</name>
        <message>
            <source>No such file or directory</source>
            <translation>没有这个文件或文件夹</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>没有权限</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>磁盘空间不足</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>它是一个文件夹</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>它不是文件夹</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>文件系统为只读</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>读写出错</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>文件名过长</translation>
        </message>
        <message>
            <source>the disk refused it</source>
            <translation>磁盘拒绝了此操作</translation>
        </message>
        <message>
            <source>there is no such folder</source>
            <translation>没有这个文件夹</translation>
        </message>
        <message>
            <source>your share of the disk is used up</source>
            <translation>您的磁盘配额已用完</translation>
        </message>
        <message>
            <source>the file cannot be created</source>
            <translation>无法创建该文件</translation>
        </message>
        <message>
            <source>it is not a regular file</source>
            <translation>它不是普通文件</translation>
        </message>
        <message>
            <source>it is not a file</source>
            <translation>它不是文件</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>它是空的</translation>
        </message>
        <message>
            <source>it is too large</source>
            <translation>它太大</translation>
        </message>
        <message>
            <source>it cannot be listed</source>
            <translation>无法列出其内容</translation>
        </message>
        <message>
            <source>it cannot be removed</source>
            <translation>无法删除</translation>
        </message>
        <message>
            <source>it cannot be moved to the trash</source>
            <translation>无法移到回收站</translation>
        </message>
        <message>
            <source>the folder cannot be made</source>
            <translation>无法创建该文件夹</translation>
        </message>
        <message>
            <source>there is no CT: give one with --cond</source>
            <translation>没有 CT</translation>
        </message>
        <message>
            <source>there is no folder to save in: give one with --save</source>
            <translation>没有保存文件夹</translation>
        </message>
        <message>
            <source>it changed while it was read</source>
            <translation>它在读取时发生了变化</translation>
        </message>
        <message>
            <source>it differs from what was written</source>
            <translation>它与写入的内容不同</translation>
        </message>
        <message>
            <source>what was written cannot be read back: %1</source>
            <translation>写入的内容无法读回：%1</translation>
        </message>
        <message>
            <source>what was written reads back as another surface</source>
            <translation>写入的内容读回后是另一个表面</translation>
        </message>
        <message>
            <source>a size of %1 voxels</source>
            <translation>尺寸为 %1 个体素</translation>
        </message>
        <message>
            <source>more voxels than any computer can address</source>
            <translation>体素数超过任何计算机的寻址能力</translation>
        </message>
        <message>
            <source>axes that are not perpendicular</source>
            <translation>坐标轴不互相垂直</translation>
        </message>
        <message>
            <source>a spacing that is not a positive number</source>
            <translation>间距不是正数</translation>
        </message>
        <message>
            <source>an origin that is not a number</source>
            <translation>原点不是数字</translation>
        </message>
        <message>
            <source>holds values that are not numbers</source>
            <translation>含有非数字的值</translation>
        </message>
        <message>
            <source>has a voxel size of 0</source>
            <translation>体素尺寸为 0</translation>
        </message>
        <message>
            <source>is sheared by %1 degrees, as after a tilted gantry</source>
            <translation>倾斜了 %1 度，如同机架倾斜后的结果</translation>
        </message>
        <message>
            <source>needs a voxel size that is not given</source>
            <translation>需要体素尺寸，但没有给出</translation>
        </message>
        <message>
            <source>is not a rotation</source>
            <translation>不是旋转矩阵</translation>
        </message>
        <message>
            <source>there is no usable voxel size</source>
            <translation>没有可用的体素尺寸</translation>
        </message>
        <message>
            <source>its sform %1</source>
            <translation>它的 sform %1</translation>
        </message>
        <message>
            <source>its qform %1</source>
            <translation>它的 qform %1</translation>
        </message>
        <message>
            <source>its space %1</source>
            <translation>它的空间%1</translation>
        </message>
        <message>
            <source>its transform matrix %1</source>
            <translation>它的变换矩阵%1</translation>
        </message>
        <message>
            <source>their orientation %1</source>
            <translation>它们的方向%1</translation>
        </message>
        <message>
            <source>its grid has %1</source>
            <translation>它的网格：%1</translation>
        </message>
        <message>
            <source>it announces %1 dimensions</source>
            <translation>它声明了 %1 个维度</translation>
        </message>
        <message>
            <source>axis %1 has %2 voxels</source>
            <translation>第 %1 轴有 %2 个体素</translation>
        </message>
        <message>
            <source>it is a single picture or a line, not a stack of slices</source>
            <translation>它是单张图片或一条线，不是一叠切片</translation>
        </message>
        <message>
            <source>it holds %1 volumes or values per voxel</source>
            <translation>它含有 %1 个体数据，或每个体素有 %1 个值</translation>
        </message>
        <message>
            <source>it names a kind of voxel that does not exist (%1)</source>
            <translation>它给出了不存在的体素类型（%1）</translation>
        </message>
        <message>
            <source>its intercept is not a number although it has a slope</source>
            <translation>它有斜率，但截距不是数字</translation>
        </message>
        <message>
            <source>its voxels would begin at an impossible place</source>
            <translation>其体素的起始位置不可能</translation>
        </message>
        <message>
            <source>its voxels are packed more tightly than any CT; save it unpacked</source>
            <translation>其体素的压缩程度超过任何 CT；请以未压缩方式保存</translation>
        </message>
        <message>
            <source>its voxels are written as text; only binary ones are read</source>
            <translation>其体素以文本写成；只支持二进制</translation>
        </message>
        <message>
            <source>its voxels lie in several files; save it as one</source>
            <translation>其体素分布在多个文件中；保存为一个文件</translation>
        </message>
        <message>
            <source>its packed voxels have a negative length</source>
            <translation>其压缩体素的长度为负</translation>
        </message>
        <message>
            <source>it has %1 axes instead of three</source>
            <translation>它有 %1 个轴，而不是三个</translation>
        </message>
        <message>
            <source>it states no voxel size</source>
            <translation>它没有给出体素尺寸</translation>
        </message>
        <message>
            <source>it names no file of its voxels</source>
            <translation>它没有给出体素所在的文件</translation>
        </message>
        <message>
            <source>the line "%1" is no field</source>
            <translation>“%1” 这一行不是字段</translation>
        </message>
        <message>
            <source>its field "%1" stands there twice</source>
            <translation>字段 “%1” 出现了两次</translation>
        </message>
        <message>
            <source>its field "%1" is not a number it can hold</source>
            <translation>字段 “%1” 不是它能容纳的数字</translation>
        </message>
        <message>
            <source>its field "%1" is not %2 numbers</source>
            <translation>字段 “%1” 不是 %2 个数字</translation>
        </message>
        <message>
            <source>its field "%1" is not %2 number</source>
            <translation>字段 “%1” 不是 %2 个数字</translation>
        </message>
        <message>
            <source>its field "%1" is not %2 vectors</source>
            <translation>字段 “%1” 不是 %2 个向量</translation>
        </message>
        <message>
            <source>its header does not end</source>
            <translation>其文件头没有结束</translation>
        </message>
        <message>
            <source>it does not say in which order the bytes of a voxel stand</source>
            <translation>它没有说明体素字节的顺序</translation>
        </message>
        <message>
            <source>its space "%1" is not one of a patient</source>
            <translation>其空间 “%1” 不是患者空间</translation>
        </message>
        <message>
            <source>its axes have different units</source>
            <translation>其各轴的单位不同</translation>
        </message>
        <message>
            <source>its voxels are encoded as "%1"; only raw and gzip are read</source>
            <translation>其体素的编码为 “%1”；只支持 raw 和 gzip</translation>
        </message>
        <message>
            <source>the file holds at least one slice more than it announces</source>
            <translation>文件至少比声明的多一张切片</translation>
        </message>
        <message>
            <source>it announces more voxels than any file can hold</source>
            <translation>它声明的体素数超过任何文件的容量</translation>
        </message>
        <message>
            <source>a volume has another number of voxels than its size says</source>
            <translation>体数据的体素数与其尺寸不符</translation>
        </message>
        <message>
            <source>there is more in it than its header announces</source>
            <translation>其内容多于文件头的声明</translation>
        </message>
        <message>
            <source>its packed stream stops before its checksum</source>
            <translation>其压缩流在校验和之前中断</translation>
        </message>
        <message>
            <source>bytes that do not belong to it follow its packed stream</source>
            <translation>其压缩流之后有多余的字节</translation>
        </message>
        <message>
            <source>its checksum does not fit its content</source>
            <translation>其校验和与内容不符</translation>
        </message>
        <message>
            <source>its stated length does not fit its content</source>
            <translation>其声明的长度与内容不符</translation>
        </message>
        <message>
            <source>its packed stream makes no sense (%1)</source>
            <translation>其压缩流无法解读（%1）</translation>
        </message>
        <message>
            <source>only in DICOM folders a series can be chosen</source>
            <translation>只有 DICOM 文件夹可以选择序列</translation>
        </message>
        <message>
            <source>a CT as NIfTI, NRRD, MetaImage or a DICOM folder</source>
            <translation>NIfTI、NRRD、MetaImage 格式的 CT 或 DICOM 文件夹</translation>
        </message>
        <message>
            <source>it seems to be %1</source>
            <translation>它看起来是 %1</translation>
        </message>
        <message>
            <source>a DICOM file inside a gzip file; unpack it first</source>
            <translation>gzip 文件内的 DICOM 文件；先解压</translation>
        </message>
        <message>
            <source>a NRRD file inside a gzip file; unpack it first</source>
            <translation>gzip 文件内的 NRRD 文件；先解压</translation>
        </message>
        <message>
            <source>a MetaImage header inside a gzip file; unpack it first</source>
            <translation>gzip 文件内的 MetaImage 文件头；先解压</translation>
        </message>
        <message>
            <source>an HDF5 or MINC file</source>
            <translation>HDF5 或 MINC 文件</translation>
        </message>
        <message>
            <source>a NetCDF or MINC file</source>
            <translation>NetCDF 或 MINC 文件</translation>
        </message>
        <message>
            <source>a PNG picture</source>
            <translation>PNG 图片</translation>
        </message>
        <message>
            <source>a JPEG picture</source>
            <translation>JPEG 图片</translation>
        </message>
        <message>
            <source>a TIFF picture</source>
            <translation>TIFF 图片</translation>
        </message>
        <message>
            <source>a zip archive or a checkpoint</source>
            <translation>zip 压缩包或权重文件</translation>
        </message>
        <message>
            <source>a PDF document</source>
            <translation>PDF 文档</translation>
        </message>
        <message>
            <source>a bzip2 archive; unpack it first</source>
            <translation>bzip2 压缩包；先解压</translation>
        </message>
        <message>
            <source>an xz archive; unpack it first</source>
            <translation>xz 压缩包；先解压</translation>
        </message>
        <message>
            <source>a Zstandard archive; unpack it first</source>
            <translation>Zstandard 压缩包；先解压</translation>
        </message>
        <message>
            <source>a 7-Zip archive; unpack it first</source>
            <translation>7-Zip 压缩包；先解压</translation>
        </message>
        <message>
            <source>a gzip file inside a gzip file; unpack it once</source>
            <translation>gzip 文件内的 gzip 文件；先解压一次</translation>
        </message>
        <message>
            <source>a NumPy array</source>
            <translation>NumPy 数组</translation>
        </message>
        <message>
            <source>a tar archive; unpack it first</source>
            <translation>tar 归档；先解包</translation>
        </message>
        <message>
            <source>it is the header of a NIfTI pair (.hdr and .img); save it as one .nii file</source>
            <translation>它是 NIfTI 成对文件（.hdr 和 .img）的文件头；保存为一个 .nii 文件</translation>
        </message>
        <message>
            <source>it seems to be NIfTI, but the first bytes of its header are damaged</source>
            <translation>它看起来是 NIfTI，但文件头的前几个字节已损坏</translation>
        </message>
        <message>
            <source>it seems to be an Analyze 7.5 header, which says neither orientation nor side</source>
            <translation>它看起来是 Analyze 7.5 文件头，其中既没有方向也没有侧别</translation>
        </message>
        <message>
            <source>it seems to be a text</source>
            <translation>它看起来是文本</translation>
        </message>
        <message>
            <source>it holds only zeros</source>
            <translation>它只含有零</translation>
        </message>
        <message>
            <source>it does not begin like any CT file</source>
            <translation>其开头不像任何 CT 文件</translation>
        </message>
        <message>
            <source>its packed picture is longer than any</source>
            <translation>其压缩图像过长</translation>
        </message>
        <message>
            <source>its run-length header is wrong</source>
            <translation>其游程编码头有误</translation>
        </message>
        <message>
            <source>its run-length segments do not fit</source>
            <translation>其游程编码段不匹配</translation>
        </message>
        <message>
            <source>its packed picture has another size than its header says</source>
            <translation>其压缩图像的尺寸与文件头不符</translation>
        </message>
        <message>
            <source>its packed picture has colours</source>
            <translation>其压缩图像是彩色的</translation>
        </message>
        <message>
            <source>its packed pixels have too many bits</source>
            <translation>其压缩像素的位数过多</translation>
        </message>
        <message>
            <source>its packed picture is cut short</source>
            <translation>其压缩图像不完整</translation>
        </message>
        <message>
            <source>its packed picture cannot be unpacked</source>
            <translation>其压缩图像无法解压</translation>
        </message>
        <message>
            <source>its packed picture is of another kind than its header says</source>
            <translation>其压缩图像的类型与文件头不符</translation>
        </message>
        <message>
            <source>its transfer syntax is "%1"</source>
            <translation>其传输语法为 “%1”</translation>
        </message>
        <message>
            <source>it has more elements than any slice</source>
            <translation>其元素多于任何切片</translation>
        </message>
        <message>
            <source>an element has no length where it needs one</source>
            <translation>有元素缺少必需的长度</translation>
        </message>
        <message>
            <source>its sequences lie too deep in each other</source>
            <translation>其序列嵌套过深</translation>
        </message>
        <message>
            <source>a sequence holds something that is no item</source>
            <translation>序列中含有不是条目的内容</translation>
        </message>
        <message>
            <source>its packed pixels hold something that is no fragment</source>
            <translation>其压缩像素中含有不是片段的内容</translation>
        </message>
        <message>
            <source>its packed pixels are in more pieces than any slice</source>
            <translation>其压缩像素的片段过多</translation>
        </message>
        <message>
            <source>its packed pixels are missing</source>
            <translation>缺少压缩像素</translation>
        </message>
        <message>
            <source>it is deflated as a whole, header and pixels</source>
            <translation>它的文件头和像素被整体压缩</translation>
        </message>
        <message>
            <source>none of its files is DICOM</source>
            <translation>其中没有 DICOM 文件</translation>
        </message>
        <message>
            <source>it holds a single slice</source>
            <translation>其中只有一张切片</translation>
        </message>
        <message>
            <source>of the series of %1 it holds a single slice</source>
            <translation>在 %1 的序列中，其中只有一张切片</translation>
        </message>
        <message>
            <source>its file %1 cannot be a slice of one, because %2</source>
            <translation>其文件 %1 不能作为切片：%2</translation>
        </message>
        <message>
            <source>they have another size, spacing or orientation than the others</source>
            <translation>它们的尺寸、间距或方向与其他切片不同</translation>
        </message>
        <message>
            <source>it does not say where it lies in the patient</source>
            <translation>它没有说明在患者体内的位置</translation>
        </message>
        <message>
            <source>its numbers of where it lies in the patient are illegible</source>
            <translation>其在患者体内位置的数字无法辨认</translation>
        </message>
        <message>
            <source>its numbers have decimal commas instead of points</source>
            <translation>其数字以逗号而非小数点书写</translation>
        </message>
        <message>
            <source>it lies farther away than any patient</source>
            <translation>其位置远在患者之外</translation>
        </message>
        <message>
            <source>it does not say how large its pixels are</source>
            <translation>它没有说明像素大小</translation>
        </message>
        <message>
            <source>its orientation is no pair of unit vectors</source>
            <translation>其方向不是一对单位向量</translation>
        </message>
        <message>
            <source>its rows and columns are not perpendicular</source>
            <translation>其行与列不垂直</translation>
        </message>
        <message>
            <source>it holds no picture</source>
            <translation>其中没有图像</translation>
        </message>
        <message>
            <source>it does not say that it is a CT</source>
            <translation>它没有说明自己是 CT</translation>
        </message>
        <message>
            <source>it is %1, not CT</source>
            <translation>它是 %1，不是 CT</translation>
        </message>
        <message>
            <source>it is a localizer</source>
            <translation>它是定位像</translation>
        </message>
        <message>
            <source>it holds several frames</source>
            <translation>它含有多帧</translation>
        </message>
        <message>
            <source>it is a colour picture</source>
            <translation>它是彩色图像</translation>
        </message>
        <message>
            <source>its values become HU by a table</source>
            <translation>其值需要查表才能换算为 HU</translation>
        </message>
        <message>
            <source>it has %1 x %2 pixels</source>
            <translation>它有 %1 × %2 个像素</translation>
        </message>
        <message>
            <source>it ends before it says to which series it belongs</source>
            <translation>它在说明所属序列之前就结束了</translation>
        </message>
        <message>
            <source>it says that it is a CT slice, but holds no picture</source>
            <translation>它声明为 CT 切片，但没有图像</translation>
        </message>
        <message>
            <source>its pixels fill %1 of their %2 bits</source>
            <translation>其像素占用 %2 位中的 %1 位</translation>
        </message>
        <message>
            <source>its scale of HU makes no sense</source>
            <translation>其 HU 换算无法解读</translation>
        </message>
        <message>
            <source>its pixels are not as its header says</source>
            <translation>其像素与文件头不符</translation>
        </message>
        <message>
            <source>slices %1 lie beside each other in one plane</source>
            <translation>切片 %1 在同一平面内并列</translation>
        </message>
        <message>
            <source>slices %1 lie at one place and show different pictures</source>
            <translation>切片 %1 位置相同但图像不同</translation>
        </message>
        <message>
            <source>%1 slice is missing between %2</source>
            <translation>%2 之间缺少 %1 张切片</translation>
        </message>
        <message>
            <source>%1 slices are missing between %2</source>
            <translation>%2 之间缺少 %1 张切片</translation>
        </message>
        <message>
            <source>slices are %1 mm apart, but not between %2</source>
            <translation>切片间距为 %1 mm，但 %2 之间不是</translation>
        </message>
        <message>
            <source>these slices do not lie in line with the others: %1</source>
            <translation>这些切片与其他切片不在一条线上：%1</translation>
        </message>
        <message>
            <source>they are stacked at %1 degrees, more than any gantry tilts</source>
            <translation>它们以 %1 度堆叠，超过任何机架的倾角</translation>
        </message>
        <message>
            <source>they all lie at one place</source>
            <translation>它们都在同一位置</translation>
        </message>
        <message>
            <source>these slices are turned against the others, by up to %1 mm at their far corner: %2</source>
            <translation>这些切片相对其他切片有转动，远角处最多 %1 mm：%2</translation>
        </message>
        <message>
            <source>they are more than %1 volumes of different size, spacing or orientation under one name</source>
            <translation>同一名称下有超过 %1 个尺寸、间距或方向不同的体积</translation>
        </message>
        <message>
            <source>%1 of %2 slices do not say how their values become HU, and no scale joins them to their neighbours: %3</source>
            <translation>%2 个切片中有 %1 个未说明数值如何换算为 HU，且没有任何换算能使其与相邻切片衔接：%3</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <translation>%1 与 %2</translation>
        </message>
        <message>
            <source>a surface format without a writer</source>
            <translation>没有写入程序的表面格式</translation>
        </message>
        <message>
            <source>a surface format without a reader</source>
            <translation>没有读取程序的表面格式</translation>
        </message>
        <message>
            <source>a surface has a triangle without a proper corner</source>
            <translation>表面中有三角形缺少有效顶点</translation>
        </message>
        <message>
            <source>no format can count so many triangles</source>
            <translation>没有格式能容纳这么多三角形</translation>
        </message>
        <message>
            <source>a triangle without vertex %1</source>
            <translation>有三角形缺少顶点 %1</translation>
        </message>
        <message>
            <source>its header is not that of plain triangles with float corners</source>
            <translation>其文件头不属于浮点顶点的普通三角形</translation>
        </message>
        <message>
            <source>its header does not have the line "%1"</source>
            <translation>其文件头缺少 “%1” 这一行</translation>
        </message>
        <message>
            <source>a face is not a triangle</source>
            <translation>有面不是三角形</translation>
        </message>
        <message>
            <source>it is longer than its header says</source>
            <translation>它比文件头声明的长</translation>
        </message>
        <message>
            <source>it has a corner that is not a number</source>
            <translation>它有顶点不是数字</translation>
        </message>
        <message>
            <source>it is not an OBJ of plain triangles</source>
            <translation>它不是由普通三角形组成的 OBJ</translation>
        </message>
        <message>
            <source>it is a text STL or begins like one</source>
            <translation>它是文本 STL，或开头与之相同</translation>
        </message>
        <message>
            <source>it is longer than its %1 triangles</source>
            <translation>它比其 %1 个三角形更长</translation>
        </message>
        <message>
            <source>triangle %1 has a corner that is not a number</source>
            <translation>三角形 %1 有顶点不是数字</translation>
        </message>
        <message>
            <source>it ends without endsolid</source>
            <translation>它结束时没有 endsolid</translation>
        </message>
        <message>
            <source>a facet does not begin</source>
            <translation>有面片没有开头</translation>
        </message>
        <message>
            <source>it holds more than one solid</source>
            <translation>它含有多个实体</translation>
        </message>
        <message>
            <source>a volume whose voxels do not fill its grid</source>
            <translation>体素未填满网格的体数据</translation>
        </message>
        <message>
            <source>the CT and the distance field differ in size</source>
            <translation>CT 与距离场的尺寸不同</translation>
        </message>
        <message>
            <source>a negative soft edge</source>
            <translation>软边缘为负</translation>
        </message>
        <message>
            <source>the fused volume is not of the size of its CT</source>
            <translation>融合体数据的尺寸与其 CT 不同</translation>
        </message>
        <message>
            <source>a filmstrip without pictures</source>
            <translation>没有图片的胶片条</translation>
        </message>
        <message>
            <source>a coronal picture has another size than it says</source>
            <translation>冠状面图片的尺寸与其声明不符</translation>
        </message>
        <message>
            <source>the two fields to be compared have different sizes</source>
            <translation>要比较的两个场尺寸不同</translation>
        </message>
        <message>
            <source>a field does not lie on the voxels of the case</source>
            <translation>有距离场不在病例的体素上</translation>
        </message>
        <message>
            <source>the implant and the CT lie on different voxel grids</source>
            <translation>假体与 CT 在不同的体素网格上</translation>
        </message>
        <message>
            <source>%1 does not have the size it announces</source>
            <translation>%1 与其声明的尺寸不符</translation>
        </message>
        <message>
            <source>a field to restore is not on the padded grid</source>
            <translation>要还原的场不在填充后的网格上</translation>
        </message>
        <message>
            <source>it has two parts of one name</source>
            <translation>其中有两个同名部分</translation>
        </message>
        <message>
            <source>its table of contents does not fit the file</source>
            <translation>其目录与文件不符</translation>
        </message>
        <message>
            <source>its table of contents is missing</source>
            <translation>缺少目录</translation>
        </message>
        <message>
            <source>it is in several pieces or of the zip64 kind</source>
            <translation>它分为多段或为 zip64 类型</translation>
        </message>
        <message>
            <source>its table of contents does not end where it says</source>
            <translation>其目录的结尾与声明不符</translation>
        </message>
        <message>
            <source>its table of contents is broken</source>
            <translation>其目录已损坏</translation>
        </message>
        <message>
            <source>a part differs from the table of contents</source>
            <translation>有部分与目录不符</translation>
        </message>
        <message>
            <source>a part is encrypted or compressed in an unknown way</source>
            <translation>有部分被加密或以未知方式压缩</translation>
        </message>
        <message>
            <source>a part reaches into the table of contents</source>
            <translation>有部分延伸到目录中</translation>
        </message>
        <message>
            <source>a part does not have its checksum</source>
            <translation>有部分的校验和不符</translation>
        </message>
        <message>
            <source>a package part was not compressed</source>
            <translation>有部分未能压缩</translation>
        </message>
        <message>
            <source>a package of 4 GiB cannot be written</source>
            <translation>无法写入 4 GiB 的包</translation>
        </message>
        <message>
            <source>a tag is not closed</source>
            <translation>有标签没有关闭</translation>
        </message>
        <message>
            <source>it has a document type or raw data</source>
            <translation>它含有文档类型或原始数据</translation>
        </message>
        <message>
            <source>a tag does not end</source>
            <translation>有标签没有结束</translation>
        </message>
        <message>
            <source>a tag has no name</source>
            <translation>有标签没有名称</translation>
        </message>
        <message>
            <source>its tags are nested too deeply</source>
            <translation>其标签嵌套过深</translation>
        </message>
        <message>
            <source>a tag is closed that was not opened</source>
            <translation>关闭了未打开的标签</translation>
        </message>
        <message>
            <source>an attribute has no value</source>
            <translation>有属性没有值</translation>
        </message>
        <message>
            <source>an attribute has no quotes</source>
            <translation>有属性没有引号</translation>
        </message>
        <message>
            <source>a tag has an attribute twice</source>
            <translation>有标签重复了属性</translation>
        </message>
        <message>
            <source>it uses an entity of its own</source>
            <translation>它使用了自定义实体</translation>
        </message>
        <message>
            <source>the noise and the condition have different shapes</source>
            <translation>噪声与条件的形状不同</translation>
        </message>
        <message>
            <source>the network gave another number of predictions than asked for</source>
            <translation>网络给出的预测数与要求的不同</translation>
        </message>
        <message>
            <source>the network gave another number of volumes than it was given</source>
            <translation>网络给出的体数据数与输入的不同</translation>
        </message>
        <message>
            <source>the network gave another number of windows than it was given</source>
            <translation>网络给出的窗口数与输入的不同</translation>
        </message>
        <message>
            <source>the network gave an array of another shape in %1</source>
            <translation>网络在%1时给出了其他形状的数组</translation>
        </message>
        <message>
            <source>the number of steps must be between 1 and %1</source>
            <translation>步数必须在 1 到 %1 之间</translation>
        </message>
        <message>
            <source>a side of %1 voxels is not a multiple of %2</source>
            <translation>边长 %1 个体素不是 %2 的倍数</translation>
        </message>
        <message>
            <source>a window of %1 does not fit into %2 voxels</source>
            <translation>%1 的窗口放不进 %2 个体素</translation>
        </message>
        <message>
            <source>%1 of %2 is not a multiple of %3 along every axis</source>
            <translation>%2 的%1在各轴上不都是 %3 的倍数</translation>
        </message>
        <message>
            <source>%1 has %2 channels instead of %3</source>
            <translation>%1有 %2 个通道，而不是 %3 个</translation>
        </message>
        <message>
            <source>an image</source>
            <translation>图像</translation>
        </message>
        <message>
            <source>a latent</source>
            <translation>隐变量</translation>
        </message>
        <message>
            <source>condition and latent differ in size</source>
            <translation>条件与隐变量的尺寸不同</translation>
        </message>
        <message>
            <source>the parameter %1 is missing</source>
            <translation>缺少参数 %1</translation>
        </message>
        <message>
            <source>this build of LibTorch sees no CUDA device</source>
            <translation>此版本的 LibTorch 没有找到 CUDA 设备</translation>
        </message>
        <message>
            <source>%1 failed: %2</source>
            <translation>%1失败：%2</translation>
        </message>
        <message>
            <source>it belongs to another version</source>
            <translation>它属于另一个版本</translation>
        </message>
        <message>
            <source>loading the model</source>
            <translation>加载模型</translation>
        </message>
        <message>
            <source>drawing noise</source>
            <translation>生成噪声</translation>
        </message>
        <message>
            <source>denoising step</source>
            <translation>去噪</translation>
        </message>
        <message>
            <source>decoding a preview</source>
            <translation>解码预览</translation>
        </message>
        <message>
            <source>preparing the CT</source>
            <translation>准备 CT</translation>
        </message>
        <message>
            <source>mapping back</source>
            <translation>映射回原网格</translation>
        </message>
        <message>
            <source>mapping a stage back</source>
            <translation>将阶段映射回原网格</translation>
        </message>
        <message>
            <source>saving a stage</source>
            <translation>保存阶段</translation>
        </message>
        <message>
            <source>saving the volumes</source>
            <translation>保存体数据</translation>
        </message>
        <message>
            <source>extracting the surface</source>
            <translation>提取表面</translation>
        </message>
        <message>
            <source>drawing the filmstrip</source>
            <translation>绘制胶片条</translation>
        </message>
        <message>
            <source>reading the CT</source>
            <translation>读取 CT</translation>
        </message>
        <message>
            <source>this run</source>
            <translation>本次运行</translation>
        </message>
        <message>
            <source>this work</source>
            <translation>此操作</translation>
        </message>
        <message>
            <source>encoding</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>decoding</source>
            <translation>解码</translation>
        </message>
        <message>
            <source>it is a folder without a run</source>
            <translation>这个文件夹里没有运行</translation>
        </message>
        <message>
            <source>its run was interrupted and has no result; hipwright-cli infer --from goes on with it</source>
            <translation>其中的运行已中断，没有结果；可以从运行列表继续</translation>
        </message>
        <message>
            <source>its CT is another file than this one</source>
            <translation>它的 CT 不是这个文件</translation>
        </message>
        <message>
            <source>it tells of %1 steps</source>
            <translation>它记录了 %1 步</translation>
        </message>
        <message>
            <source>it holds a value of the wrong kind</source>
            <translation>其中有类型错误的值</translation>
        </message>
        <message>
            <source>%1 stands where a whole number belongs</source>
            <translation>应为整数的位置是 %1</translation>
        </message>
        <message>
            <source>a step is not an object</source>
            <translation>有一步不是对象</translation>
        </message>
        <message>
            <source>it is larger than any record of a run</source>
            <translation>它比任何运行记录都大</translation>
        </message>
        <message>
            <source>it is nested too deeply</source>
            <translation>其嵌套过深</translation>
        </message>
        <message>
            <source>it is not valid JSON at %1</source>
            <translation>它在 %1 处不是有效的 JSON</translation>
        </message>
        <message>
            <source>it is not valid JSON</source>
            <translation>它不是有效的 JSON</translation>
        </message>
        <message>
            <source>it is not a JSON object</source>
            <translation>它不是 JSON 对象</translation>
        </message>
        <message>
            <source>seed is not a whole number</source>
            <translation>seed 不是整数</translation>
        </message>
        <message>
            <source>%1 is not a text</source>
            <translation>%1 不是文本</translation>
        </message>
        <message>
            <source>%1 is not true or false</source>
            <translation>%1 不是 true 或 false</translation>
        </message>
        <message>
            <source>%1 is not a number</source>
            <translation>%1 不是数字</translation>
        </message>
        <message>
            <source>%1 is not a whole number of a sensible size</source>
            <translation>%1 不是大小合理的整数</translation>
        </message>
        <message>
            <source>it did not save what this step needs</source>
            <translation>它没有保存这一步所需的内容</translation>
        </message>
        <message>
            <source>its model has changed since</source>
            <translation>其模型之后发生了变化</translation>
        </message>
        <message>
            <source>the folder %1 has no %2</source>
            <translation>文件夹 %1 中没有 %2</translation>
        </message>
        <message>
            <source>the demo model is not installed</source>
            <translation>未安装示例模型</translation>
        </message>
        <message>
            <source>it has no schema number</source>
            <translation>它没有 schema 编号</translation>
        </message>
        <message>
            <source>it is of schema %1, which this version does not know</source>
            <translation>其 schema 为 %1，此版本不认识</translation>
        </message>
        <message>
            <source>it has no name</source>
            <translation>它没有名称</translation>
        </message>
        <message>
            <source>its name %1</source>
            <translation>其名称%1</translation>
        </message>
        <message>
            <source>its description is too long</source>
            <translation>其说明过长</translation>
        </message>
        <message>
            <source>it sets nothing: request is missing</source>
            <translation>它没有任何设置：缺少 request</translation>
        </message>
        <message>
            <source>is empty</source>
            <translation>为空</translation>
        </message>
        <message>
            <source>begins or ends with a blank</source>
            <translation>以空格开头或结尾</translation>
        </message>
        <message>
            <source>holds a line break or another control character</source>
            <translation>含有换行或其他控制字符</translation>
        </message>
        <message>
            <source>is longer than 80 characters</source>
            <translation>超过 80 个字符</translation>
        </message>
        <message>
            <source>it is larger than 64 KiB</source>
            <translation>它大于 64 KiB</translation>
        </message>
        <message>
            <source>it holds more than 500 presets; the rest is left out</source>
            <translation>其中的预设超过 500 个；其余的被略去</translation>
        </message>
        <message>
            <source>there is no such preset</source>
            <translation>没有这个预设</translation>
        </message>
        <message>
            <source>its file has the name of a preset that comes with Hipwright</source>
            <translation>其文件与 Hipwright 自带的预设同名</translation>
        </message>
        <message>
            <source>there is one of this name already</source>
            <translation>已有同名的预设</translation>
        </message>
        <message>
            <source>seed must be a whole number from -2^63 to 2^64 - 1, not "%1"</source>
            <translation>seed 必须是 -2^63 到 2^64 - 1 之间的整数，而不是 “%1”</translation>
        </message>
        <message>
            <source>device must be auto, cpu or cuda, not "%1"</source>
            <translation>device 必须是 auto、cpu 或 cuda，而不是 “%1”</translation>
        </message>
        <message>
            <source>rng must be cpu or device, not "%1"</source>
            <translation>rng 必须是 cpu 或 device，而不是 “%1”</translation>
        </message>
        <message>
            <source>space must be lps, ras or index, not "%1"</source>
            <translation>space 必须是 lps、ras 或 index，而不是 “%1”</translation>
        </message>
        <message>
            <source>grid must be auto or as-is, not "%1"</source>
            <translation>grid 必须是 auto 或 as-is，而不是 “%1”</translation>
        </message>
        <message>
            <source>side must be auto, left or right, not "%1"</source>
            <translation>side 必须是 auto、left 或 right，而不是 “%1”</translation>
        </message>
        <message>
            <source>roi must be auto, whole or six numbers x0,y0,z0,x1,y1,z1 in patient mm (LPS), not "%1"</source>
            <translation>roi 必须是 auto、whole 或六个数 x0,y0,z0,x1,y1,z1（患者坐标 mm，LPS），而不是 “%1”</translation>
        </message>
        <message>
            <source>roi must have its lower corner first: x0 &lt; x1, y0 &lt; y1 and z0 &lt; z1</source>
            <translation>roi 必须先给出较小的角：x0 &lt; x1、y0 &lt; y1 且 z0 &lt; z1</translation>
        </message>
        <message>
            <source>its pickle is too large to be a checkpoint's</source>
            <translation>其 pickle 对权重文件来说过大</translation>
        </message>
        <message>
            <source>its pickle is nested too deeply</source>
            <translation>其 pickle 嵌套过深</translation>
        </message>
        <message>
            <source>its pickle ends too early</source>
            <translation>其 pickle 过早结束</translation>
        </message>
        <message>
            <source>its pickle remembers too many values</source>
            <translation>其 pickle 记住了过多的值</translation>
        </message>
        <message>
            <source>its pickle makes no sense</source>
            <translation>其 pickle 无法解读</translation>
        </message>
        <message>
            <source>a storage in its pickle makes no sense</source>
            <translation>其 pickle 中有存储无法解读</translation>
        </message>
        <message>
            <source>its storage %1 is missing</source>
            <translation>缺少存储 %1</translation>
        </message>
        <message>
            <source>its storage %1 has another length than its pickle announces</source>
            <translation>存储 %1 的长度与 pickle 的声明不符</translation>
        </message>
        <message>
            <source>a tensor in its pickle makes no sense</source>
            <translation>其 pickle 中有张量无法解读</translation>
        </message>
        <message>
            <source>a tensor in its pickle is wrong: %1</source>
            <translation>其 pickle 中有张量有误：%1</translation>
        </message>
        <message>
            <source>a tensor in its pickle has no usable shape</source>
            <translation>其 pickle 中有张量没有可用的形状</translation>
        </message>
        <message>
            <source>it describes more than %1 values</source>
            <translation>它描述的值超过 %1 个</translation>
        </message>
        <message>
            <source>it has not one stride for each dimension</source>
            <translation>其步长与维度数不符</translation>
        </message>
        <message>
            <source>it has too many dimensions</source>
            <translation>其维度过多</translation>
        </message>
        <message>
            <source>its shape, strides or offset are negative</source>
            <translation>其形状、步长或偏移为负</translation>
        </message>
        <message>
            <source>its shape is impossibly large</source>
            <translation>其形状大得不可能</translation>
        </message>
        <message>
            <source>it reaches beyond its data</source>
            <translation>它超出了自己的数据</translation>
        </message>
        <message>
            <source>it repeats little data into an impossibly large array</source>
            <translation>它把少量数据重复成大得不可能的数组</translation>
        </message>
        <message>
            <source>it is a bare Python pickle</source>
            <translation>它是单独的 Python pickle</translation>
        </message>
        <message>
            <source>it begins like neither a torch zip file nor a safetensors file</source>
            <translation>其开头既不像 torch zip 文件，也不像 safetensors 文件</translation>
        </message>
        <message>
            <source>its %1 is not a finite number</source>
            <translation>其 %1 不是有限数</translation>
        </message>
        <message>
            <source>its scale_factor is 0</source>
            <translation>其 scale_factor 为 0</translation>
        </message>
        <message>
            <source>it holds no weights</source>
            <translation>其中没有权重</translation>
        </message>
        <message>
            <source>two of its entries are the parameter %1</source>
            <translation>其中有两项都是参数 %1</translation>
        </message>
        <message>
            <source>it is larger than a profile can be</source>
            <translation>它对配置来说过大</translation>
        </message>
        <message>
            <source>the profile must be an object</source>
            <translation>配置必须是对象</translation>
        </message>
        <message>
            <source>%1 must be an object</source>
            <translation>%1 必须是对象</translation>
        </message>
        <message>
            <source>%1 must be one of %2</source>
            <translation>%1 必须是其中之一：%2</translation>
        </message>
        <message>
            <source>%1 must be a whole number</source>
            <translation>%1 必须是整数</translation>
        </message>
        <message>
            <source>%1 is too large</source>
            <translation>%1 过大</translation>
        </message>
        <message>
            <source>%1 must be a number</source>
            <translation>%1 必须是数字</translation>
        </message>
        <message>
            <source>%1 must be true or false</source>
            <translation>%1 必须是 true 或 false</translation>
        </message>
        <message>
            <source>%1 must be a text</source>
            <translation>%1 必须是文本</translation>
        </message>
        <message>
            <source>%1 must be a list of three numbers</source>
            <translation>%1 必须是三个数字的列表</translation>
        </message>
        <message>
            <source>%1 must be a list</source>
            <translation>%1 必须是列表</translation>
        </message>
        <message>
            <source>a checkpoint of torch.save (.pt) or a .safetensors file</source>
            <translation>torch.save 的权重文件（.pt）或 .safetensors 文件</translation>
        </message>
        <message>
            <source>its header is nested too deeply</source>
            <translation>其文件头嵌套过深</translation>
        </message>
        <message>
            <source>its header names %1 twice</source>
            <translation>其文件头两次出现 %1</translation>
        </message>
        <message>
            <source>its header is no JSON object</source>
            <translation>其文件头不是 JSON 对象</translation>
        </message>
        <message>
            <source>its header is no JSON</source>
            <translation>其文件头不是 JSON</translation>
        </message>
        <message>
            <source>the header of tensor %1 makes no sense</source>
            <translation>张量 %1 的文件头无法解读</translation>
        </message>
        <message>
            <source>its header is too large</source>
            <translation>其文件头过大</translation>
        </message>
        <message>
            <source>it does not have the checksum that was stored in it</source>
            <translation>其校验和与存储的不符</translation>
        </message>
        <message>
            <source>its metadata makes no sense</source>
            <translation>其元数据无法解读</translation>
        </message>
        <message>
            <source>tensor %1 has the type %2</source>
            <translation>张量 %1 的类型为 %2</translation>
        </message>
        <message>
            <source>tensor %1 has another length than its shape needs</source>
            <translation>张量 %1 的长度与其形状不符</translation>
        </message>
        <message>
            <source>its tensors overlap</source>
            <translation>其张量互相重叠</translation>
        </message>
        <message>
            <source>there are gaps between its tensors</source>
            <translation>其张量之间有空隙</translation>
        </message>
        <message>
            <source>it has bytes that belong to no tensor</source>
            <translation>其中有不属于任何张量的字节</translation>
        </message>
        <message>
            <source>a tensor to be written has another shape than its values</source>
            <translation>要写入的张量形状与其值不符</translation>
        </message>
        <message>
            <source>a tensor of 4 GB cannot be written</source>
            <translation>无法写入 4 GB 的张量</translation>
        </message>
        <message>
            <source>it holds more than one pickle</source>
            <translation>其中有多个 pickle</translation>
        </message>
        <message>
            <source>it is a zip file without a checkpoint in it</source>
            <translation>它是不含权重的 zip 文件</translation>
        </message>
        <message>
            <source>it is a TorchScript program, not weights; save the state_dict of the model instead</source>
            <translation>它是 TorchScript 程序，不是权重；改为保存模型的 state_dict</translation>
        </message>
        <message>
            <source>it was written on a computer with another byte order</source>
            <translation>它是在字节顺序不同的计算机上写入的</translation>
        </message>
        <message>
            <source>%1 is %2, not a dictionary</source>
            <translation>%1 是 %2，不是字典</translation>
        </message>
        <message>
            <source>the name %1 is no name of a parameter</source>
            <translation>名称 %1 不是参数名</translation>
        </message>
        <message>
            <source>%1 is not where the table of contents says</source>
            <translation>%1 不在目录所说的位置</translation>
        </message>
        <message>
            <source>%1 reaches beyond the end of the file</source>
            <translation>%1 超出了文件末尾</translation>
        </message>
        <message>
            <source>%1 differs from the table of contents</source>
            <translation>%1 与目录不符</translation>
        </message>
        <message>
            <source>its entries overlap</source>
            <translation>其条目互相重叠</translation>
        </message>
        <message>
            <source>%1 has two different sizes</source>
            <translation>%1 有两个不同的大小</translation>
        </message>
        <message>
            <source>%1 stands in it twice</source>
            <translation>%1 在其中出现了两次</translation>
        </message>
        <message>
            <source>%1 is compressed, which torch.save never does: another program packed the file again</source>
            <translation>%1 被压缩，而 torch.save 从不这样做：文件被其他程序重新打包过</translation>
        </message>
        <message>
            <source>%1 does not have the checksum that was stored with it</source>
            <translation>%1 的校验和与存储的不符</translation>
        </message>
        <message>
            <source>the zip64 record at its end is not where it should be</source>
            <translation>其末尾的 zip64 记录位置不对</translation>
        </message>
        <message>
            <source>the table of contents at its end is missing, so it was probably cut short</source>
            <translation>缺少末尾的目录，可能不完整</translation>
        </message>
        <message>
            <source>a zip64 field in its table of contents is too short</source>
            <translation>其目录中的 zip64 字段过短</translation>
        </message>
        <message>
            <source>its table of contents is not where its end says</source>
            <translation>其目录不在末尾所说的位置</translation>
        </message>
        <message>
            <source>its table of contents announces more entries than it holds</source>
            <translation>其目录声明的条目多于实际</translation>
        </message>
        <message>
            <source>its table of contents holds more entries than it announces</source>
            <translation>其目录的实际条目多于声明</translation>
        </message>
        <message>
            <source>no parameter named %1</source>
            <translation>没有名为 %1 的参数</translation>
        </message>
        <message>
            <source>it lacks %1</source>
            <translation>缺少 %1</translation>
        </message>
        <message>
            <source>the last estimate and the condition have different shapes</source>
            <translation>上一次估计与条件的形状不同</translation>
        </message>
        <message>
            <source>it holds %1 bytes of pixels, and its rows, columns and bits make %2</source>
            <translation>它含有 %1 字节像素，而其行数、列数和位数应为 %2 字节</translation>
        </message>
        <message>
            <source>its fields &quot;%1&quot; and &quot;%2&quot; disagree</source>
            <translation>其字段“%1”与“%2”不一致</translation>
        </message>
        <message>
            <source>its voxels would all have one value (slope 0)</source>
            <translation>其所有体素将只有一个值（斜率为 0）</translation>
        </message>
        <message>
            <source>its sform %1, and its qform lies up to %2 mm away from it</source>
            <translation>其 sform %1，而其 qform 与之相距最多 %2 mm</translation>
        </message>
        <message>
            <source>its space is measured in %1, and its axes in %2</source>
            <translation>其空间以 %1 为单位，而其轴以 %2 为单位</translation>
        </message>
        <message>
            <source>a unit that it does not name</source>
            <translation>未注明的单位</translation>
        </message>
        <message>
            <source>it places its voxels by &quot;axis mins&quot;; only a &quot;space origin&quot; is read</source>
            <translation>它用“axis mins”给出体素位置；只读取“space origin”</translation>
        </message>
</context>
</TS>
