/** The functions: what each is, the processes that serve it, its timers, and calling it by hand. */
import type { FunctionSummary, Timer } from '../../../contract';
import { useChosen } from '../frame/route';
import { useFetched } from '../frame/useFetched';
import { Chooser } from '../parts/chooser';
import { Empty, Waiting } from '../parts/empty';
import { PageHead } from '../parts/pageHead';
import { CallForm } from './callForm';
import { Instances } from './instances';
import { Timers } from './timers';
import './functions.css';

export function FunctionsPage() {
  const functions = useFetched<FunctionSummary[]>('/emulator/functions', ['callBegun', 'call']);
  const timers = useFetched<Timer[]>('/emulator/timers', ['clock', 'call']);
  const [chosen, choose] = useChosen('functions');
  if (functions.value === undefined)
    return <Waiting page="函数" trouble={functions.trouble} onRetry={functions.reload} />;
  const summary = functions.value.find(({ name }) => name === chosen) ?? functions.value[0];
  return (
    <>
      <PageHead title="函数" words="模拟器运行的云函数：实例、定时器，也可以在这里调用。" />
      {summary === undefined ? (
        <Empty title="还没有函数" words="启动时用 --functions 指出构建好的云函数所在的文件夹。" />
      ) : (
        <div class="two-columns">
          <Chooser
            label="函数"
            chosen={summary.name}
            onChoose={choose}
            items={functions.value.map(({ name, instances, error }) => ({
              key: name,
              content: (
                <>
                  <span class="mono function-name">{name}</span>
                  {error ? (
                    <span class="badge fault">有错</span>
                  ) : (
                    instances.length > 0 && <span class="badge">{instances.length} 个实例</span>
                  )}
                </>
              ),
            }))}
          />
          <section class="stack" aria-label={summary.name}>
            <Instances summary={summary} />
            <Timers
              key={`timers of ${summary.name}`}
              functionName={summary.name}
              timers={timers.value?.filter(({ functionName }) => functionName === summary.name) ?? []}
            />
            <CallForm key={summary.name} name={summary.name} />
          </section>
        </div>
      )}
    </>
  );
}
