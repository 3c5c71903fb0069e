/** The behaviors that WeChat has built in (WeChat's documentation: custom-component/behaviors, component/form). */
import type { GeneralBehavior, GeneralComponent } from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

export interface BuiltInBehaviors {
  /** `wx://…` to its behavior; anything else stays as it is. One that this phone does not have is left out, by name. */
  resolve(named: unknown): unknown[];
  /** Whether a component has the behavior `wx://<name>`. */
  has(component: GeneralComponent, name: BehaviorName): boolean;
}

/** `component-export` needs no behavior here: the framework reads `export` of every component. */
const DEFINITIONS = {
  'form-field': { properties: { name: { type: String, value: '' }, value: null } },
  'form-field-group': {},
  'form-field-button': {},
  'component-export': {},
  /** Hands the component's scroll view to those who ask for it: here each scroll view answers for itself. */
  'proxy-scroll-view': {},
};

type BehaviorName = keyof typeof DEFINITIONS;

export function createBuiltInBehaviors(codeSpace: CodeSpace): BuiltInBehaviors {
  const behaviors = new Map<string, { _$: GeneralBehavior }>();
  for (const [name, definition] of Object.entries(DEFINITIONS)) {
    const behavior: unknown = codeSpace.behavior().definition(definition).register();
    behaviors.set(`wx://${name}`, behavior as { _$: GeneralBehavior });
  }
  return {
    resolve(named) {
      if (typeof named !== 'string') return [named];
      const behavior = behaviors.get(named);
      if (behavior === undefined) console.error(`the behavior ${named} is not on this phone yet`);
      return behavior === undefined ? [] : [behavior];
    },
    has(component, name) {
      const behavior = behaviors.get(`wx://${name}`);
      return behavior !== undefined && component.hasBehavior(behavior._$);
    },
  };
}
